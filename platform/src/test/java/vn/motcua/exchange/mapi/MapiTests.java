package vn.motcua.exchange.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;

/** A one-stop system of today changes an address and a password, nothing else: what it pushes is in the ledger, what it asks is answered. */
@MotCuaTest
class MapiTests {

	static final AtomicInteger NUMBER = new AtomicInteger(700_000);

	private static final LocalDate DAY = LocalDate.now(MapiMoment.ZONE).minusDays(4);

	private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

	@LocalServerPort
	private int port;

	@Autowired
	private JsonMapper json;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Agencies agencies;

	private String session;

	@BeforeEach
	void signIn() {
		JsonNode answer = read(new Visit(port).json("POST", "/api/lienthong/mapi/login", "{\"username\":\"hanoi-demo\",\"password\":\"motcua-demo\"}").body());
		assertThat(answer.get("error_code").asString()).isEqualTo("0");
		session = answer.get("session").asString();
		assertThat(session).as("clients keep it in a short column").hasSizeLessThan(60);
	}

	@Test
	void aFullRecordBecomesTheHistoryItTells() {
		DossierCode code = code();
		JsonNode answer = dossier("False", """
				{"MaHoSo":"%s","MaTTHC":"1.001193.000.00.00.H26","TenTTHC":"Đăng ký khai sinh","MaLinhVuc":"G15-HT","KenhThucHien":"2","ChuHoSo":"Nguyễn Văn Bảy",
				"LoaiDoiTuong":"1","MaDoiTuong":"","DinhDanhCHS":[{"LoaiDinhDanh":"1","SoDinhDanh":"001190000001"}],"Email":"","Fax":"","SoDienThoai":"0912345678",
				"TrichYeuHoSo":"Khai sinh","NgayNopHoSo":"%s","NgayTiepNhan":"%s","NgayHenTra":"%s","NgayKetThucXuLy":"%s","NgayTra":"%s","TrangThaiHoSo":"10",
				"ThongTinTra":"Trả tại quầy","HinhThuc":"0","DonViXuLy":"Sở Tư pháp","GhiChu":"","HoSoCoThanhPhanSoHoa":"1","DuocThanhToanTrucTuyen":"1",
				"TaiLieuNop":[{"TepDinhKemId":"","TenTepDinhKem":"to-khai.pdf","IsDeleted":"False","MaThanhPhanHoSo":"TP1","DuongDanTaiTepTin":"https://example.vn/1.pdf","DuocSoHoa":"1"}],
				"DanhSachLePhi":[{"TenPhiLePhi":"Lệ phí","MaPhiLePhi":"LP1","HinhThucThu":"1","Gia":"20000","LoaiPhiLePhi":"1"}],"DanhSachTepDinhKemKhac":[],
				"DanhSachHoSoBoSung":[{"HoSoBoSungId":7,"NguoiYeuCauBoSung":"Trần Thị Hoa","NoiDungBoSung":"Thiếu giấy chứng sinh","NgayBoSung":"%s","NguoiTiepNhanBoSung":"Lê Văn Tám",
				"ThongTinTiepNhan":"Đã đủ","NgayTiepNhanBoSung":"%s","TrangThaiBoSung":true}],
				"DanhSachGiayToKetQua":[{"TenGiayTo":"Giấy khai sinh","MaThanhPhanHoSo":"","GiayToId":"","DuongDanTepTinKetQua":"https://example.vn/kq.pdf","MaGiayToKetQua":"KQ.G15.000031"}],
				"DSKetNoiCSDL":[{"MaCSDL":"7"}]}""".formatted(code, at(8, 0), at(9, 0), at(40, 0), at(30, 0), at(31, 0), at(10, 0), local(12, 0)));
		assertThat(answer.get("error_code").asString()).as(answer.toString()).isEqualTo("0");
		assertThat(dossiers.events(code)).extracting(DossierEvent::type).containsExactly(Type.SUBMITTED, Type.ACCEPTED, Type.SUPPLEMENT_REQUESTED, Type.SUPPLEMENT_ANSWERED,
				Type.COMPLETED, Type.RETURNED, Type.ASSIGNED);
		assertThat(dossiers.events(code)).extracting(event -> MapiMoment.write(event.at())).startsWith(at(8, 0), at(9, 0), at(10, 0), at(12, 0), at(30, 0), at(31, 0));
		DossierView view = dossiers.find(code).orElseThrow();
		assertThat(view.summary().status()).isEqualTo(DossierStatus.RETURNED);
		assertThat(view.summary().channel()).isEqualTo(Channel.ONLINE);
		assertThat(MapiMoment.write(view.summary().dueAt())).isEqualTo(at(40, 0));
		assertThat(view.supplements()).singleElement().satisfies(asked -> assertThat(asked.officerName()).isEqualTo("Trần Thị Hoa"));
		DossierEvent beside = dossiers.events(code).getLast();
		assertThat(beside.detail().at("/more/components/0/files/0/url").asString("")).isEqualTo("https://example.vn/1.pdf");
		assertThat(beside.detail().at("/more/fees/0/amountVnd").asLong()).isEqualTo(20_000);
		assertThat(beside.detail().at("/more/results/0/name").asString("")).isEqualTo("Giấy khai sinh");
		assertThat(beside.detail().at("/more/mapi/DSKetNoiCSDL/0/MaCSDL").asString("")).as("what we do not know is kept").isEqualTo("7");
	}

	@Test
	void theSameRecordAgainAddsNothingAndAnUpdateOnlyWhatChanged() {
		DossierCode code = code();
		String first = record(code, "4", "\"NgayHenTra\":\"" + at(40, 0) + "\"");
		assertThat(dossier("False", first).get("error_code").asString()).isEqualTo("0");
		int events = dossiers.events(code).size();
		JsonNode exists = dossier("False", first);
		assertThat(exists.get("error_code").asString()).as("first push of what is there").isEqualTo("1");
		assertThat(dossier("True", first).at("/result/0/result").asString("")).isEqualTo("duplicate");
		assertThat(dossiers.events(code)).hasSize(events);
		assertThat(dossier("True", record(code, "4", "\"NgayHenTra\":\"" + at(60, 0) + "\"")).at("/result/0/result").asString("")).isEqualTo("applied");
		assertThat(dossiers.events(code)).hasSize(events + 1).last().satisfies(event -> assertThat(event.type()).isEqualTo(Type.RESCHEDULED));
		assertThat(dossier("True", record(code, "9", "\"NgayHenTra\":\"" + at(60, 0) + "\",\"NgayKetThucXuLy\":\"" + at(50, 0) + "\"")).at("/result/0/result").asString("")).isEqualTo("applied");
		assertThat(dossiers.events(code)).hasSize(events + 2);
		assertThat(dossier("True", first).get("error_code").asString()).as("an old push that comes late").isEqualTo("0");
		assertThat(dossiers.find(code).orElseThrow().summary().status()).isEqualTo(DossierStatus.COMPLETED);
	}

	@Test
	void anUpdateOfWhatWasNeverPushedIsTaken() {
		DossierCode code = code();
		assertThat(dossier("True", record(code, "2", "\"GhiChu\":null")).get("error_code").asString()).isEqualTo("0");
		assertThat(dossiers.find(code).orElseThrow().summary().status()).isEqualTo(DossierStatus.ACCEPTED);
	}

	@Test
	void stepsOfTheProgressAreHistoryWithTheirOwnTimes() {
		DossierCode code = code();
		dossier("False", record(code, "4", "\"NgayTra\":\"\""));
		String step = "{\"MaHoSo\":\"%s\",\"NguoiXuLy\":\"Lê Văn Tám\",\"ChucDanh\":\"Chuyên viên\",\"ThoiDiemXuLy\":\"%s\",\"PhongBanXuLy\":\"\",\"NoiDungXuLy\":\"%s\",\"TrangThai\":\"%s\",\"NgayBatDau\":\"\",\"NgayKetThucTheoQuyDinh\":\"\"}";
		String list = "[" + step.formatted(code, at(20, 0), "Thẩm định", "4") + "," + step.formatted(code, at(22, 0), "Yêu cầu nộp phí", "6") + "]";
		assertThat(call("CapNhatTienDoHoSoMC", ",\"data\":" + list).get("error_code").asString()).isEqualTo("0");
		assertThat(dossiers.find(code).orElseThrow().summary().status()).isEqualTo(DossierStatus.PAYMENT_REQUESTED);
		int events = dossiers.events(code).size();
		assertThat(call("CapNhatTienDoHoSoMC", ",\"data\":" + list).at("/result/1/result").asString("")).isEqualTo("duplicate");
		assertThat(dossiers.events(code)).hasSize(events);
		assertThat(dossiers.events(code).getLast().actorName()).isEqualTo("Lê Văn Tám, Chuyên viên");
		assertThat(call("CapNhatTienDoHoSoMC", ",\"data\":" + step.formatted(code(), at(20, 0), "x", "4")).get("error_code").asString()).as("never pushed").isEqualTo("2");
		assertThat(call("DongBoTrangThaiHoSo", ",\"data\":[{\"MaHoSo\":\"" + code + "\",\"TrangThai\":9,\"ThoiDiemXuLy\":" + at(25, 0) + "}]").get("error_code").asString()).isEqualTo("0");
		assertThat(dossiers.find(code).orElseThrow().summary().status()).isEqualTo(DossierStatus.COMPLETED);
	}

	@Test
	void elevenIsARefusal() {
		DossierCode code = code();
		assertThat(dossier("False", record(code, "11", "\"NgayTuChoi\":\"" + at(10, 0) + "\",\"GhiChu\":\"Không đúng thẩm quyền\"")).get("error_code").asString()).isEqualTo("0");
		assertThat(dossiers.events(code)).filteredOn(event -> event.type() == Type.REFUSED).singleElement()
			.satisfies(event -> assertThat(event.reason()).isEqualTo("Không đúng thẩm quyền"));
	}

	@Test
	void wrongTypesOfRealClientsAreUnderstood() {
		DossierCode code = code();
		JsonNode answer = call("DongBoHoSoMC", ",\"isUpdating\":false,\"Data\":{\"mahoso\":\"%s\",\"MATTHC\":\"1.001193\",\"ChuHoSo\":\"Trần Thị Hoa\",\"TrangThaiHoSo\":2,\"KenhThucHien\":1,"
			.formatted(code) + "\"NgayTiepNhan\":" + at(9, 0) + ",\"NgayHenTra\":null,\"DinhDanhCHS\":{\"LoaiDinhDanh\":1,\"SoDinhDanh\":\"001190000001\"},\"TaiLieuNop\":\"\",\"DanhSachLePhi\":{\"TenPhiLePhi\":\"Phí\",\"Gia\":15000.00}}");
		assertThat(answer.get("error_code").asString()).as(answer.toString()).isEqualTo("0");
		assertThat(dossiers.find(code).orElseThrow().applicantSubject()).isEqualTo("001190000001");
		assertThat(call("DongBoHoSoMC", ",\"data\":\"[" + record(code(), "2", "\"x\":1").replace("\"", "\\\"") + "]\"").get("error_code").asString()).as("JSON in a text").isEqualTo("0");
	}

	@Test
	void whatBreaksARuleIsNamedByTheFieldOfTheRecordAndKept() {
		JsonNode answer = call("DongBoHoSoMC", ",\"isUpdating\":\"False\",\"data\":[%s,%s,%s,%s,{\"x\":1}]".formatted(record(code(), "2", "\"x\":1"),
				record(code(), "2", "\"x\":1").replace("1.001193", "9.999999"), record(code(), "2", "\"DinhDanhCHS\":[{\"LoaiDinhDanh\":\"1\",\"SoDinhDanh\":\"123\"}]"),
				record(code(), "10", "\"NgayTra\":\"21990101000000\"")));
		assertThat(answer.get("error_code").asString()).isEqualTo("3");
		assertThat(answer.get("result").valueStream().map(record -> record.get("error_code").asString() + " " + record.at("/errors/0/field").asString("") + " "
				+ record.at("/errors/0/code").asString(""))).containsExactly("0  ", "3 /MaTTHC dossier.sync.procedure-unknown", "3 /DinhDanhCHS dossier.sync.number",
						"3 /NgayTra dossier.sync.future", "3 /MaHoSo form.required");
		JsonNode kept = read(new Visit(port).withBearer(token()).get("/api/sync/v1/rejections?limit=1").body());
		assertThat(kept.at("/items/0/error/code").asString("")).isEqualTo("form.required");
	}

	@Test
	void lookUpTellsAnAgencyItsDossierAndOthersOnlyTheStatus() {
		DossierCode code = code();
		assertThat(call("TraCuuHoSo", ",\"mahoso\":\"" + code + "\"").get("result")).isEmpty();
		dossier("False", record(code, "2", "\"x\":1"));
		JsonNode own = call("TraCuuHoSo", ",\"mahoso\":\"" + code + "\"").get("result").get(0);
		assertThat(own.get("ChuHoSo").asString()).isEqualTo("Nguyễn Văn Bảy");
		assertThat(own.get("NgayTiepNhan").asString()).isEqualTo(at(9, 0));
		assertThat(call("TraCuuTechID", ",\"provider\":\"wso2is\",\"mstorcmnd\":\"999999999999\"").get("result")).isEmpty();
	}

	@Test
	void cataloguesAreThoseOfToday() {
		assertThat(call("LayDanhSachTTHC", "").get("result").valueStream().map(one -> one.get("MATTHC").asString())).contains("1.001193");
		assertThat(call("LayDanhMucLinhVuc", "").get("result").valueStream().map(one -> one.get("MALINHVUC").asString())).contains("G15-HT").doesNotHaveDuplicates();
		List<JsonNode> rows = call("LayDanhMucCoQuan", "").get("result").valueStream().toList();
		assertThat(rows).hasSizeGreaterThan(1_000);
		JsonNode hanoi = rows.stream().filter(row -> row.get("MADONVI").asString().equals("000.00.00.H26")).findFirst().orElseThrow();
		assertThat(hanoi.get("MADINHDANH").asString()).isEqualTo("H26");
		LocalDate today = LocalDate.now(MapiMoment.ZONE);
		assertThat(rows.stream().limit(300)).allSatisfy(row -> assertThat(agencies.findByExchangeCode(row.get("MADONVI").asString(), today).orElseThrow().id())
			.isEqualTo(agencies.findByExchangeCode(row.get("MADINHDANH").asString(), today).orElseThrow().id()));
	}

	@Test
	void questionsArePushedAnsweredAndGivenAgain() {
		String id = Integer.toString(NUMBER.incrementAndGet());
		String question = "{\"HOIDAPID\":" + id + ",\"MaLinhVuc\":\"G15-HT\",\"NOIDUNG\":\"Khai sinh ở đâu?\",\"MADONVI\":\"000.00.00.H26\",\"TENDONVI\":\"Hà Nội\"}";
		assertThat(call("DongBoHoiDap", ",\"data\":[" + question + "]").at("/result/0/result").asString("")).isEqualTo("applied");
		assertThat(call("DongBoHoiDap", ",\"data\":[" + question + "]").at("/result/0/result").asString("")).isEqualTo("duplicate");
		assertThat(call("DongBoKetQuaHoiDapGuiTuDVCQG", ",\"data\":[{\"HOIDAPID\":\"" + id + "\",\"MADONVI\":\"000.00.00.H26\",\"NGUOITRALOI\":\"Lê Văn Tám\",\"CHUCVUNGUOITRALOI\":\"cb\",\"NOIDUNGTRALOI\":\"Tại xã.\"}]")
			.at("/result/0/result").asString("")).isEqualTo("applied");
		JsonNode listed = call("LayDanhSachHoiDapBoCoQuan", "").get("result").get(0);
		assertThat(listed.get("NOIDUNG").asString()).isEqualTo("Khai sinh ở đâu?");
		assertThat(call("LayNoiDungTraLoiTheoCauHoi", ",\"cauhoiid\":" + listed.get("HOIDAPID").asLong()).at("/result/0/NOIDUNGTRALOI").asString("")).isEqualTo("Tại xã.");
	}

	@Test
	void theSameNewRecordFromManyAtOnceIsOneDossier() throws Exception {
		DossierCode code = code();
		String record = record(code, "4", "\"NgayHenTra\":\"" + at(40, 0) + "\"");
		List<String> codes = new ArrayList<>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<JsonNode>> answers = IntStream.range(0, 4).mapToObj(_ -> threads.submit(() -> dossier("False", record))).toList();
			for (Future<JsonNode> answer : answers) {
				codes.add(answer.get().get("error_code").asString());
			}
		}
		assertThat(codes).containsOnlyOnce("0").filteredOn(answered -> !answered.equals("0")).containsOnly("1");
		assertThat(dossiers.events(code)).extracting(DossierEvent::type).containsExactly(Type.SUBMITTED, Type.ACCEPTED, Type.PROCESSED, Type.ASSIGNED);
	}

	private JsonNode dossier(String updating, String record) {
		return call("DongBoHoSoMC", ",\"isUpdating\":\"" + updating + "\",\"data\":[" + record + "]");
	}

	private JsonNode call(String service, String more) {
		var answer = new Visit(port).json("POST", "/api/lienthong/mapi", "{\"session\":\"" + session + "\",\"madonvi\":\"000.00.00.H26\",\"service\":\"" + service + "\"" + more + "}",
				"Charset", "utf-8", "dstcode", "VN:GOV:000.00.00.G22:vpcpdvcprovider", "Authorization", "Bearer of-another-gateway");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return read(answer.body());
	}

	private JsonNode read(String body) {
		return json.readTree(body);
	}

	private String token() {
		return read(new Visit(port).post("/oauth2/token", Map.of("grant_type", "client_credentials", "scope", "sync", "client_id", "hanoi-demo", "client_secret", "motcua-demo")).body())
			.get("access_token").asString();
	}

	static DossierCode code() {
		return DossierCode.of("000.00.00.H26", DAY, NUMBER.incrementAndGet());
	}

	private static String record(DossierCode code, String status, String more) {
		return """
				{"MaHoSo":"%s","MaTTHC":"1.001193","ChuHoSo":"Nguyễn Văn Bảy","LoaiDoiTuong":"1","KenhThucHien":"1","NgayTiepNhan":"%s","TrangThaiHoSo":"%s","HinhThuc":"0","DonViXuLy":"UBND",%s}"""
			.formatted(code, at(9, 0), status, more).strip();
	}

	/** Hours after the beginning of the day, as 14 digits. */
	private static String at(int hours, int minutes) {
		return DIGITS.format(DAY.atStartOfDay().plusHours(hours).plusMinutes(minutes));
	}

	private static String local(int hours, int minutes) {
		return LocalDateTime.from(DAY.atStartOfDay().plusHours(hours).plusMinutes(minutes)).toString() + ":00";
	}


}
