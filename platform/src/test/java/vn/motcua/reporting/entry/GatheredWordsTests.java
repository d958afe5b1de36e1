package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.DossierCourse;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;

/** Three wards of Bắc Ninh owe the report to their province: two wrote, one did not. */
@MotCuaTest
class GatheredWordsTests {

	@Autowired
	private BeanFactory program;

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	private EntryFixture fixture;

	private Visit province;

	private String page;

	@BeforeEach
	void threeWards() {
		fixture = EntryFixture.open(program, "THU.NHAP.DOCLOI");
		Actor gatherer = new DossierCourse(program).actor("baocao.bacninh");
		List<SheetKey> wards = fixture.owedTo(gatherer.agency(), 3);
		province = Visit.signedIn(port, "baocao.bacninh");
		page = fixture.behalf(gatherer.agency()).replace("/nhap-thay/", "/tong-hop/") + "/loi";
		TextStore texts = program.getBean(TextStore.class);
		if (texts.of(wards.getFirst()).isEmpty()) {
			ReportForm form = program.getBean(ReportForms.class).of(wards.getFirst());
			List<Sheets.CellChange> figures = List.of(new Sheets.CellChange(form.place("TTHC0101[LV=G02]").orElseThrow(), new BigDecimal(1200), null),
					new Sheets.CellChange(form.place("TTHC0102[LV=G02]").orElseThrow(), new BigDecimal(34), null));
			program.getBean(Sheets.class).save(wards.getFirst(), figures, ValueSource.COUNTED, fixture.clerk);
			write(texts, wards.get(0), ReportText.Kind.NARRATIVE, "N1", "Nhận **{TTHC0100[LV=G02]}** hồ sơ; đường truyền nghẽn.");
			write(texts, wards.get(1), ReportText.Kind.NARRATIVE, "N1", "=Không có vướng mắc, 100% đúng hạn");
			write(texts, wards.get(0), ReportText.Kind.WORDS, "B1.R2.GHICHU", "Dòng hai");
			write(texts, wards.get(0), ReportText.Kind.WORDS, "B1.R1.GHICHU", "Dòng một\nhai hàng");
			write(texts, wards.get(1), ReportText.Kind.WORDS, "B1.R1.DANHGIA", "Chưa đạt");
		}
	}

	private void write(TextStore texts, SheetKey key, ReportText.Kind kind, String code, String content) {
		assertThat(texts.write(key, List.of(new ReportText.Change(kind, code, content, 0)), ValueSource.TYPED, fixture.clerk)).isEmpty();
	}

	@Test
	void wordsOfAllUnitsStandSideBySide() {
		String read = province.get(page).body();
		assertThat(read).as("a ward may be called as its province").containsPattern(">(Phường|Xã) [^<]+</a> <span class=\"govuk-hint\">");
		assertThat(read).contains("2 trong 3 đơn vị đã viết", "1 đơn vị chưa viết", "Nhận <strong>1.234</strong> hồ sơ", "=Không có vướng mắc, 100% đúng hạn", fixture.clerk.name());
		assertThat(province.get(page + "?o=B1.GHICHU").body()).containsSubsequence("1. Công thương", "Dòng một", "2. Y tế", "Dòng hai").contains("1 trong 3 đơn vị đã viết");
		assertThat(Visit.signedIn(port, "baocao.bacninh").get(page + "?o=B1.DANHGIA&lang=en").body()).contains("Not met");
		assertThat(province.get(page + "?o=B9.X").statusCode()).isEqualTo(404);
		assertThat(province.get(page.replace("/loi", "")).body()).contains("Đọc lời của các đơn vị cạnh nhau");
	}

	/** What a province says of its figures is of all its wards, as on its own paper. */
	@Test
	void whoGathersOthersSpeaksOfTheSums() {
		Actor gatherer = new DossierCourse(program).actor("baocao.bacninh");
		SheetKey own = new SheetKey(fixture.key().regime(), fixture.key().period(), gatherer.agency());
		fixture.owedToOwner(gatherer.agency());
		TextStore texts = program.getBean(TextStore.class);
		if (texts.of(own).isEmpty()) {
			write(texts, own, ReportText.Kind.NARRATIVE, "N1", "Toàn tỉnh nhận {TTHC0100[LV=G02]} hồ sơ, trực tuyến {TTHC0101[LV=G02]}.");
		}
		Visit owner = Visit.signedIn(port, "baocao.vpcp");
		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(owner.get(fixture.gathered()).body()).contains("Toàn tỉnh nhận 1.234 hồ sơ, trực tuyến 1.200."));
	}

	@Test
	void findsWordsWithAndWithoutMarks() {
		assertThat(province.get(page + "?tim=duong+TRUYEN").body()).contains("đường truyền nghẽn").doesNotContain("Không có vướng mắc");
		assertThat(province.get(page + "?tim=%C4%90%C6%B0%E1%BB%9Dng").body()).contains("đường truyền nghẽn");
		assertThat(province.get(page + "?tim=d%C6%B0%E1%BB%A3ng").body()).as("with other marks").contains("Không lời nào khớp");
		assertThat(province.get(page + "?tim=100%25").body()).contains("100% đúng hạn").doesNotContain("đường truyền");
		assertThat(province.get(page + "?da-gui=1").body()).contains("Không lời nào khớp");
		assertThat(province.get(page + "?sau=linh-tinh").statusCode()).isEqualTo(422);
	}

	@Test
	void goesOutAsFiles() throws Exception {
		String csv = new String(file("csv?o=N1"), StandardCharsets.UTF_8);
		assertThat(csv).startsWith("\ufeffunit,unit_name,state,row,words,by,at\n").contains("Nhận **1.234** hồ sơ", "\"'=Không có vướng mắc, 100% đúng hạn\"").hasLineCount(3);
		assertThat(new String(file("csv?o=B1.GHICHU&tim=hang"), StandardCharsets.UTF_8)).contains("\"Dòng một\nhai hàng\"").doesNotContain("Dòng hai");
		assertThat(part(file("docx?o=N1"), "word/document.xml")).contains("đường truyền nghẽn", "<w:b/></w:rPr><w:t xml:space=\"preserve\">1.234<");
		assertThat(part(file("xlsx?o=B1.GHICHU"), "xl/sharedStrings.xml")).contains("D&#xf2;ng m&#x1ed9;t&#xa;hai", "1. C&#xf4;ng th&#x1b0;&#x1a1;ng");
		assertThat(province.get(page + ".csv?o=N7").statusCode()).isEqualTo(404);
		assertThat(GatheredWordsFile.cut("ư".repeat(40_000))).as("a cell of Excel holds no more").hasSize(32_767).endsWith("ư…");
	}

	@Test
	void onlyTheGathererAndTheOwnerReadThem() {
		assertThat(Visit.signedIn(port, "baocao.vpcp").get(page).statusCode()).as("the regime's owner").isEqualTo(200);
		assertThat(Visit.signedIn(port, EntryFixture.CLERK).get(page).statusCode()).as("one of the wards").isEqualTo(404);
		assertThat(Visit.signedIn(port, EntryFixture.CLERK).get(page + ".csv").statusCode()).isEqualTo(404);
	}

	private byte[] file(String ending) throws Exception {
		HttpResponse<byte[]> file = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + page + "." + ending)).header("Cookie", province.cookieHeader()).build(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(file.statusCode()).isEqualTo(200);
		return file.body();
	}

	private String part(byte[] archive, String name) throws Exception {
		Path file = Files.write(folder.resolve("tep.zip"), archive);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
