package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.DossierCourse;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;

/** A province enters figures on behalf of its wards with one workbook. */
@MotCuaTest
class BehalfTests {

	private static final int FIRST = 4_000_001;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Sheets sheets;

	@Autowired
	private Reports reports;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	private Visit clerk;

	private Actor province;

	private String page;

	private List<SheetKey> wards;

	private int place;

	@BeforeEach
	void openReports() {
		EntryFixture fixture = EntryFixture.open(program, "THU.NHAP.THAY");
		province = new DossierCourse(program).actor("baocao.bacninh");
		wards = fixture.owedTo(province.agency(), 3);
		page = fixture.behalf(province.agency());
		clerk = Visit.signedIn(port, "baocao.bacninh");
		wards.forEach(ward -> state(ward, "OPEN"));
		place = program.getBean(ReportForms.class).of(wards.getFirst()).byPlace().entrySet().stream().filter(cell -> cell.getValue().typed()).findFirst().orElseThrow().getKey();
		for (int at = 0; at < wards.size(); at++) {
			sheets.save(wards.get(at), List.of(new CellChange(place, new BigDecimal(FIRST + at), null)), ValueSource.CORRECTED, Actor.platform());
		}
	}

	@Test
	void aTableOfWardsIsTakenAndSaysWhoEnteredIt() throws Exception {
		assertThat(clerk.get(page).body()).contains("Nhập thay", "kieu=bang", "kieu=trang");
		String upload = uploaded(edited(download("bang"), FIRST, 4_100_001));
		String looked = clerk.get(upload).body();
		assertThat(looked).contains("<strong>4.100.001</strong>", "Nhận số liệu của cả 3 đơn vị", "2 đơn vị không có gì khác số liệu đang có");
		assertThat(amount(0)).as("nothing before it is accepted").isEqualTo(FIRST);
		assertThat(accept(upload, looked, "tat-ca").statusCode()).isEqualTo(302);
		assertThat(amount(0)).isEqualTo(4_100_001);
		assertThat(sheets.history(wards.getFirst(), place).getFirst()).satisfies(change -> {
			assertThat(change.source()).isEqualTo(ValueSource.ON_BEHALF);
			assertThat(change.account()).isEqualTo(province.account());
			assertThat(change.by()).contains("Nguyễn Thùy Dương (", "Bắc Ninh");
		});
		assertThat(reports.find(wards.getFirst()).orElseThrow().state()).isEqualTo(Reports.State.DRAFTING);
		assertThat(clerk.get(page).body()).as("the list of files").contains(upload.replaceFirst("^.*/tai-len/", "/tai-len/"));
	}

	@Test
	void onlyTheWholeSharesOfASheetWorkbookAreTakenWhenOthersAreWrong() throws Exception {
		byte[] file = WorkbookTests.edited(folder, edited(download("trang"), FIRST, 4_200_001), "<v>" + (FIRST + 1) + "</v>", "<f>1+1</f><v>2</v>");
		String upload = uploaded(file);
		String looked = clerk.get(upload).body();
		assertThat(looked).contains("Ô này chứa công thức", "Chỉ nhận 2 đơn vị không có lỗi");
		assertThat(accept(upload, looked, "tat-ca").statusCode()).as("not all, as long as anything is wrong").isEqualTo(422);
		assertThat(amount(0)).isEqualTo(FIRST);
		assertThat(accept(upload, looked, "du").statusCode()).isEqualTo(302);
		assertThat(amount(0)).isEqualTo(4_200_001);
		assertThat(amount(1)).isEqualTo(FIRST + 1);
		assertThat(clerk.get(upload).body()).contains("Đã nhận lúc").doesNotContain("name=\"nhan\"");
	}

	@Test
	void whatChangedAfterTheClerkLookedIsShownAgain() throws Exception {
		String upload = uploaded(edited(download("bang"), FIRST + 2, 4_300_003));
		String looked = clerk.get(upload).body();
		sheets.save(wards.get(2), List.of(new CellChange(place, new BigDecimal(5), null)), ValueSource.CORRECTED, Actor.platform());
		HttpResponse<String> late = accept(upload, looked, "tat-ca");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Số liệu đã thay đổi sau khi bạn xem", "Ô này đã có người sửa");
		assertThat(amount(2)).isEqualTo(5);
		assertThat(accept(upload, late.body(), "tat-ca").statusCode()).isEqualTo(302);
		assertThat(amount(2)).isEqualTo(4_300_003);
	}

	/** One report that went before its leader meanwhile holds nobody else's up. */
	@Test
	void whatWasPutBeforeALeaderIsLeftToItsOwnClerk() throws Exception {
		byte[] file = edited(edited(download("bang"), FIRST, 4_400_001), FIRST + 1, 4_400_002);
		String upload = uploaded(file);
		String looked = clerk.get(upload).body();
		state(wards.getFirst(), "CHECKED");
		assertThat(accept(upload, looked, "tat-ca").statusCode()).isEqualTo(302);
		assertThat(amount(0)).isEqualTo(FIRST);
		assertThat(amount(1)).isEqualTo(4_400_002);
		assertThat(reports.find(wards.getFirst()).orElseThrow().state()).isEqualTo(Reports.State.CHECKED);
		assertThat(clerk.get(upload).body()).contains("Chưa nhận được:", "Nhận số liệu của cả 1 đơn vị");
		assertThat(clerk.get(uploaded(file)).body()).as("told when the file is read, too").contains("Chỉ nhận 2 đơn vị không có lỗi");
		state(wards.getFirst(), "OPEN");
		assertThat(accept(upload, clerk.get(upload).body(), "tat-ca").statusCode()).as("goes on where it stopped").isEqualTo(302);
		assertThat(amount(0)).isEqualTo(4_400_001);
	}

	@Test
	void nobodyElseEntersOnBehalf() throws Exception {
		String upload = uploaded(download("bang"));
		Visit ward = Visit.signedIn(port, EntryFixture.CLERK);
		assertThat(ward.get(page).statusCode()).isEqualTo(403);
		assertThat(ward.get(page + "/bieu-mau.xlsx?kieu=bang").statusCode()).isEqualTo(403);
		assertThat(ward.get(upload).statusCode()).as("another's upload").isEqualTo(404);
		assertThat(Visit.signedIn(port, "chuyenvien.hanoi").get(page).statusCode()).isEqualTo(403);
		assertThat(clerk.api("PATCH", page.replace("/bao-cao/nhap-thay/", "/api/reporting/v1/sheets/").replaceFirst("/[^/]*$", "/id:" + wards.getFirst().agency()),
				"{\"cells\":[{\"position\":" + place + ",\"value\":\"1\"}]}").statusCode()).as("not on the ward's own page").isEqualTo(403);
	}

	@Test
	void aFileThatCannotBeReadLeavesNothing() throws Exception {
		HttpResponse<String> answer = upload("không phải".getBytes(java.nio.charset.StandardCharsets.UTF_8));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Đây không phải tệp Excel .xlsx.");
		byte[] file = download("trang");
		assertThat(upload(java.util.Arrays.copyOf(file, file.length / 2)).body()).contains("Tệp bị hỏng");
		assertThat(jdbc.sql("select count(*) from reporting.workbook_upload where many and not ready").query(Integer.class).single()).isZero();
	}

	private void state(SheetKey key, String state) {
		jdbc.sql("update reporting.obligation set state = :state where regime = :regime and period = :period and agency = :agency").param("state", state)
			.param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).update();
	}

	private int amount(int ward) {
		return sheets.sheet(wards.get(ward)).amounts().get(place).intValueExact();
	}

	private byte[] download(String kind) throws Exception {
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + page + "/bieu-mau.xlsx?kieu=" + kind)).header("Cookie", clerk.cookieHeader()).build(),
				HttpResponse.BodyHandlers.ofByteArray()).body();
	}

	private byte[] edited(byte[] file, int before, int after) throws Exception {
		return WorkbookTests.edited(folder, file, "<v>" + before + "</v>", "<v>" + after + "</v>");
	}

	private HttpResponse<String> upload(byte[] file) {
		return clerk.upload(page + "/tai-len", Map.of("_csrf", clerk.formToken()), "tep", "nhieu-" + UUID.randomUUID() + ".xlsx", file);
	}

	/** Address of the upload. */
	private String uploaded(byte[] file) {
		HttpResponse<String> answer = upload(file);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
	}

	private HttpResponse<String> accept(String upload, String looked, String which) {
		Matcher seen = Pattern.compile("name=\"da-xem\" value=\"([^\"]+)\"").matcher(looked);
		assertThat(seen.find()).isTrue();
		return clerk.post(upload, upload, Map.of("da-xem", seen.group(1), "nhan", which));
	}

}
