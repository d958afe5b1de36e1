package vn.motcua.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.motcua.kernel.AgencyId;

/** Documents that carry Vietnamese letters, are signed twice and show every change. */
class DocumentsTests {

	private static final UUID BINH = new UUID(0, 7);

	private static final String XHTML = """
			<html lang="vi"><head><title>Giấy khai sinh</title><style>body { font-family: 'Liberation Serif' }</style></head>
			<body><h1>GIẤY KHAI SINH</h1><p>Nguyễn Thị Ngọc Ánh, phường Hàng Bạc</p><img src="%s" style="width: 3cm" alt="" /></body></html>
			""";

	private final PdfDocuments documents = new PdfDocuments();

	@Test
	void keepsEveryVietnameseLetter() throws Exception {
		byte[] pdf = pdf();
		try (var document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document)).contains("GIẤY KHAI SINH", "Nguyễn Thị Ngọc Ánh, phường Hàng Bạc");
		}
	}

	@Test
	void drawsWhateverWasTypedOrPasted() {
		byte[] pdf = documents.pdf("<html lang=\"vi\"><head><title>x</title></head><body>a\u000b\u0001\ufffe\ud800 b</body></html>");
		assertThat(pdf).startsWith('%', 'P', 'D', 'F');
	}

	@Test
	void readsNoOutsideResource() {
		byte[] pdf = documents.pdf("<html lang=\"vi\"><head><title>x</title></head><body><img src=\"file:///etc/passwd\" alt=\"\"/>a</body></html>");
		assertThat(pdf).startsWith('%', 'P', 'D', 'F');
	}

	@Test
	void drawsNoPictureThatUnpacksToMoreThanAPage() throws Exception {
		assertThat(pictures(4_000, 4_000)).isEqualTo(1);
		assertThat(pictures(4_001, 4_000)).isZero();
	}

	private long pictures(int width, int height) throws Exception {
		var png = new java.io.ByteArrayOutputStream();
		javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_BYTE_BINARY), "png", png);
		byte[] pdf = documents.pdf(XHTML.formatted(PdfDocuments.dataUri(png.toByteArray())));
		try (var document = Loader.loadPDF(pdf)) {
			var resources = document.getPage(0).getResources();
			return java.util.stream.StreamSupport.stream(resources.getXObjectNames().spliterator(), false).filter(resources::isImageXObject).count();
		}
	}

	@Test
	void showsItsFirstPagesAsPicturesOfABoundedSize() throws Exception {
		String tall = "<html lang=\"vi\"><head><title>x</title><style>@page { size: 20cm 300cm }</style></head><body>" + "<p style=\"page-break-after: always\">Trang</p>".repeat(4) + "</body></html>";
		Documents.Pictures pictures = documents.pictures(documents.pdf(tall), 2);
		assertThat(pictures.pages()).isGreaterThanOrEqualTo(4);
		assertThat(pictures.uris()).hasSize(2);
		var picture = javax.imageio.ImageIO.read(new ByteArrayInputStream(java.util.Base64.getDecoder().decode(pictures.uris().getFirst().replace("data:image/png;base64,", ""))));
		assertThat(picture.getHeight()).isBetween(1_300, 1_400);
		assertThat(picture.getWidth()).isLessThan(100);
	}

	@Test
	void personAndAgencySignOneAfterTheOther(@TempDir Path data) {
		Signatures signatures = signatures(data);
		List<Signatures.Signature> found = signatures.verify(new ByteArrayInputStream(signed(signatures)));
		assertThat(found).hasSize(2).allMatch(Signatures.Signature::intact).allMatch(Signatures.Signature::trusted);
		assertThat(found).extracting(Signatures.Signature::signerName).containsExactlyInAnyOrder("Trần Văn Bình", "UBND phường Hàng Bạc");
	}

	@Test
	void aChangedByteBreaksTheSignature(@TempDir Path data) {
		Signatures signatures = signatures(data);
		byte[] pdf = signed(signatures);
		pdf[200] ^= 1;
		assertThat(signatures.verify(new ByteArrayInputStream(pdf))).noneMatch(Signatures.Signature::intact);
	}

	@Test
	void bytesAppendedAfterSigningAreNoticed(@TempDir Path data) {
		Signatures signatures = signatures(data);
		byte[] pdf = signed(signatures);
		byte[] longer = Arrays.copyOf(pdf, pdf.length + 30);
		Arrays.fill(longer, pdf.length, longer.length, (byte) ' ');
		assertThat(signatures.verify(new ByteArrayInputStream(longer))).noneMatch(Signatures.Signature::intact);
	}

	@Test
	void aSignatureOfAnotherAuthorityIsNotTrusted(@TempDir Path ours, @TempDir Path theirs) {
		byte[] pdf = signed(signatures(theirs));
		assertThat(signatures(ours).verify(new ByteArrayInputStream(pdf))).hasSize(2).noneMatch(Signatures.Signature::trusted);
	}

	/** Decree 30/2020/NĐ-CP art. 5: the signature is the competent person's own. */
	@Test
	void namesakesHaveKeysOfTheirOwn(@TempDir Path data) throws Exception {
		SigningKeys keys = new SigningKeys("", "", data, true, Clock.systemUTC());
		KeyHolder one = KeyHolder.person(signer(BINH, "Trần Văn Bình"));
		KeyHolder namesake = KeyHolder.person(signer(new UUID(0, 8), "Trần Văn Bình"));
		assertThat(keys.entry(one).getCertificate().getPublicKey()).isEqualTo(keys.entry(one).getCertificate().getPublicKey())
			.isNotEqualTo(keys.entry(namesake).getCertificate().getPublicKey());
	}

	@Test
	void theCertificateNamesThePersonAndTheAgency(@TempDir Path data) {
		SigningKeys keys = new SigningKeys("", "", data, true, Clock.systemUTC());
		String subject = ((X509Certificate) keys.entry(KeyHolder.person(signer(BINH, "Trần Văn Bình"))).getCertificate()).getSubjectX500Principal().getName();
		assertThat(subject).contains("CN=Trần Văn Bình", "O=UBND phường Hàng Bạc", "OU=DEMO");
	}

	/** The name in a document is what its maker wrote; the one that counts stands in the certificate. */
	@Test
	void aSignerWhoseNameChangedGetsACertificateWithTheNewOne(@TempDir Path data) {
		Signatures signatures = signatures(data);
		signed(signatures);
		byte[] pdf = signatures.sign(pdf(), signer(BINH, "Trần Thái Bình"), "Giấy khai sinh");
		assertThat(signatures.verify(new ByteArrayInputStream(pdf))).filteredOn(Signatures.Signature::personal).singleElement()
			.satisfies(signature -> assertThat(signature.signerName()).isEqualTo("Trần Thái Bình"))
			.satisfies(signature -> assertThat(signature.agencyName()).isEqualTo("UBND phường Hàng Bạc"));
	}

	@Test
	void anUnsignedDocumentHasNoSignature(@TempDir Path data) {
		assertThat(signatures(data).verify(new ByteArrayInputStream(pdf()))).isEmpty();
		assertThat(signatures(data).verify(new ByteArrayInputStream(new byte[] { 1, 2, 3 }))).isEmpty();
	}

	private byte[] signed(Signatures signatures) {
		return signatures.sign(pdf(), signer(BINH, "Trần Văn Bình"), "Giấy khai sinh");
	}

	private static Signatures.Signer signer(UUID account, String name) {
		return new Signatures.Signer(account, name, "Chủ tịch", new AgencyId(7), "UBND phường Hàng Bạc");
	}

	private byte[] pdf() {
		return documents.pdf(XHTML.formatted(documents.qrDataUri("https://example.vn/xac-thuc/abc")));
	}

	private static Signatures signatures(Path data) {
		Clock clock = Clock.systemUTC();
		return new PadesSignatures(new SigningKeys("", "", data, true, clock), clock);
	}

}
