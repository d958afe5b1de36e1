package vn.motcua.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.KSPrivateKeyEntry;
import org.springframework.stereotype.Service;

/** PAdES baseline B signatures by EU DSS: first the competent person's, then the agency's (Decree 30/2020/NĐ-CP art. 5). */
@Service
class PadesSignatures implements Signatures {

	private final SigningKeys keys;

	private final Clock clock;

	PadesSignatures(SigningKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	@Override
	public byte[] sign(byte[] pdf, Signer signer, String reason) {
		DSSDocument document = new InMemoryDocument(pdf);
		document = signed(document, KeyHolder.person(signer), signer.position(), reason);
		document = signed(document, KeyHolder.agency(signer), signer.agencyName(), reason);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(pdf.length + 32 * 1024);
		try {
			document.writeTo(bytes);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		return bytes.toByteArray();
	}

	@Override
	public List<Signature> verify(InputStream pdf) {
		try {
			byte[] bytes = pdf.readAllBytes();
			return startsLikePdf(bytes) ? verify(bytes) : List.of();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private DSSDocument signed(DSSDocument document, KeyHolder holder, String role, String reason) {
		KSPrivateKeyEntry key = new KSPrivateKeyEntry(holder.alias(), keys.entry(holder));
		PAdESSignatureParameters parameters = new PAdESSignatureParameters();
		parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
		parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
		parameters.setSigningCertificate(key.getCertificate());
		parameters.setCertificateChain(key.getCertificateChain());
		parameters.setSignerName(holder.name());
		parameters.setLocation(role);
		parameters.setReason(reason);
		parameters.bLevel().setSigningDate(Date.from(clock.instant()));
		PAdESService service = new PAdESService(new CommonCertificateVerifier());
		try (SigningToken token = new SigningToken(key)) {
			return service.signDocument(document, parameters,
					token.sign(service.getDataToSign(document, parameters), DigestAlgorithm.SHA256, key));
		}
	}

	private List<Signature> verify(byte[] bytes) {
		PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(bytes));
		analyzer.setCertificateVerifier(new CommonCertificateVerifier());
		List<Signature> found = new ArrayList<>();
		List<AdvancedSignature> signatures = analyzer.getSignatures();
		long covered = signatures.stream().mapToLong(PadesSignatures::end).max().orElse(0);
		for (AdvancedSignature signature : signatures) {
			boolean intact = signature.getSignatureCryptographicVerification().isSignatureIntact() && covered == bytes.length;
			found.add(described((PAdESSignature) signature, intact));
		}
		found.sort(java.util.Comparator.comparing(Signature::signedAt));
		return List.copyOf(found);
	}

	private static long end(AdvancedSignature signature) {
		List<java.math.BigInteger> range = ((PAdESSignature) signature).getPdfRevision().getByteRange().toBigIntegerList();
		return range.get(2).add(range.get(3)).longValue();
	}

	private Signature described(PAdESSignature signature, boolean intact) {
		CertificateToken certificate = signature.getSigningCertificateToken();
		KeyHolder holder = certificate == null ? new KeyHolder("", "", "") : KeyHolder.of(certificate.getCertificate());
		Instant at = signature.getSigningTime() == null ? Instant.EPOCH : signature.getSigningTime().toInstant();
		return new Signature(holder.name(), holder.agencyName(), at, intact, certificate != null && trusted(certificate));
	}

	private boolean trusted(CertificateToken certificate) {
		try {
			KeyStore trusted = keys.trusted();
			for (String alias : java.util.Collections.list(trusted.aliases())) {
				CertificateToken authority = new CertificateToken((X509Certificate) trusted.getCertificate(alias));
				if (certificate.equals(authority) || certificate.isSignedBy(authority)) {
					return true;
				}
			}
			return false;
		}
		catch (java.security.KeyStoreException unusable) {
			throw new IllegalStateException(unusable);
		}
	}

	private static boolean startsLikePdf(byte[] bytes) {
		return bytes.length > 5 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
	}

}
