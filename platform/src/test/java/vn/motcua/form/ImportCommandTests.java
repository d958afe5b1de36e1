package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.kernel.problem.FieldProblem;

/** {@code ./motcua service import-formio|import-procedure}: a draft whose form is sound, and a line for whatever was not carried over. */
class ImportCommandTests {

	private static final Path SOURCES = Path.of("src", "test", "resources");

	/** What the source does not hold and a person adds: help and samples of questions, who is exempt from a fee and since when it holds. */
	private static final String SAID_NOWHERE = "form\\.json:\\d+: form-(help|sample)|service\\.yaml:\\d+: (fee-(exempt|valid)|unknown-(ministry|field))";

	private static final LocalDate ON = LocalDate.of(2020, 8, 19);

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "import-formio, formio/ho-kinh-doanh.json", "import-formio, formio/event-permit.json", "import-procedure, procedure/1.004222.json" })
	void leavesNothingToFindButWhatAPersonMustWrite(String name, String file) throws IOException {
		String said = run(name, SOURCES.resolve(file), folder);
		assertThat(said.lines().filter(line -> line.startsWith(folder + "/"))).isNotEmpty().allMatch(line -> line.matches(".*/(service\\.yaml:\\d+: service-to-write|" + SAID_NOWHERE + "): .+"));
		Path service = folder.resolve("service.yaml");
		Files.writeString(service, Files.readString(service).replaceAll("(?ms)^to_write:\\n(  - .*?\\n)+", ""));
		assertThat(service("check", folder).lines()).allMatch(line -> line.equals(folder + ": fine") || line.matches(".*/(" + SAID_NOWHERE + "): .+"));
	}

	@Test
	void namesKeyAndRuleOfWhatWasNotCarriedOver() {
		Path file = SOURCES.resolve("formio/ho-kinh-doanh.json");
		assertThat(run("import-formio", file, folder).lines().filter(line -> line.startsWith(file + ": ")).map(line -> line.substring(file.toString().length() + 2)
			.replaceFirst("^([^:]+: [^:]+):.*", "$1"))).containsExactly("soDinhDanh: customMessage", "diaChi: address", "giayAnToanThucPham: filePattern",
					"giayAnToanThucPham: fileMaxSize", "tenHo: validate.custom", "maSoThue: conditional", "chuKy: signature");
		Path other = SOURCES.resolve("formio/event-permit.json");
		assertThat(run("import-formio", other, folder.resolve("other"))).contains("organiserSet: heading: ", "insurance: nested-form: ", "stages.drawing: file-in-group: ",
				"organiser.legalForm: dataSrc: ", "startsOn: enableTime: ", "soundEngineer: multiple: ", "ticketPrice: currency: ",
				"ticketPrice: defaultValue: ", "visitors: validate.json: ", "fee: allowCalculateOverride: ", "case: unique: ", "plan: sketchpad: ", "calc: button: ",
				"–: content: No question follows the text: \"We answer within ten days.\"");
	}

	@Test
	void asksAndChecksAsTheDefinitionDid() throws IOException {
		run("import-formio", SOURCES.resolve("formio/ho-kinh-doanh.json"), folder);
		assertThat(problems("""
				{"ho_ten": "Nguyễn Văn An", "ngay_sinh": "1985-03-02", "gioi_tinh": "nam", "so_dinh_danh": "001085034567", "dien_thoai": "0912 345 678",
				 "dia_chi": {"province": "01", "district": "002", "commune": "00037", "line": "12 Hàng Bạc"}, "nganh_nghe": ["anUong"], "ten_ho": "Phở Gia Truyền",
				 "von_tien_mat": 50000000, "so_lao_dong": 1, "cam_doan": true}""")).isEmpty();
		assertThat(problems("""
				{"ho_ten": "A", "ngay_sinh": "2030-01-01", "gioi_tinh": "x", "so_dinh_danh": "12", "dien_thoai": "?", "thu_dien_tu": "không có",
				 "dia_chi": {"province": "01", "district": "002", "commune": "00037", "line": "12 Hàng Bạc"}, "nganh_nghe": ["anUong", "banLe", "khac"], "ten_ho": "<b>",
				 "von_tien_mat": -1, "so_lao_dong": 2, "cam_doan": false, "thanh_vien": [{"ty_le": 101}]}""")).extracting(problem -> problem.pointer() + " " + problem.code())
			.containsExactly("/ho_ten form.too-short", "/ngay_sinh form.date-too-late", "/gioi_tinh form.choice", "/so_dinh_danh form.pattern", "/dien_thoai form.pattern",
					"/thu_dien_tu form.pattern", "/nganh_nghe form.too-many", "/nganh_khac form.required", "/ten_ho form.pattern", "/von_tien_mat form.minimum",
					"/thanh_vien/0/ten form.required", "/thanh_vien/0/ty_le form.maximum", "/cam_doan form.declaration");
	}

	@Test
	void computesAndAsksByConditions() throws IOException {
		run("import-formio", SOURCES.resolve("formio/ho-kinh-doanh.json"), folder);
		JsonNode poor = asked("{\"von_tien_mat\": 5, \"uy_quyen\": \"Bình\", \"thuc_pham\": true}");
		assertThat(poor.path("tong_von").asInt()).isEqualTo(5);
		assertThat(poor.has("uy_quyen")).isFalse();
		JsonNode rich = asked("{\"von_tien_mat\": 500000000, \"von_tai_san\": 1, \"uy_quyen\": \"Bình\", \"thuc_pham\": true}");
		assertThat(rich.path("uy_quyen").asString("")).isEqualTo("Bình");
		assertThat(rich.path("loai_hinh").asString("")).isEqualTo("ho-kinh-doanh");
	}

	@Test
	void putsGroupsIntoGroups() throws IOException {
		run("import-formio", SOURCES.resolve("formio/event-permit.json"), folder);
		JsonNode stage = BundleReader.form(Bundle.of(folder)).tree().path("properties").path("stages").path("items").path("properties");
		assertThat(stage.path("size_area").path("x-field").path("compute").asString("")).isEqualTo("(item.size_width * 2)");
		assertThat(stage.path("lamps").path("items").path("properties").path("cable").path("x-field").path("when").asString("")).isEqualTo("parent.title = \"Main\"");
	}

	@Test
	void takesTranslationsOfTheDefinition() throws IOException {
		run("import-formio", SOURCES.resolve("formio/event-permit.json"), folder);
		JsonNode form = BundleReader.form(Bundle.of(folder)).tree();
		JsonNode kind = form.path("properties").path("event_kind").path("x-field");
		assertThat(kind.path("label").path("vi").asString("")).isEqualTo("Loại sự kiện");
		assertThat(kind.path("options").path(1).path("label").path("vi").asString("")).isEqualTo("Hội chợ");
		assertThat(kind.path("options").path(1).path("label").path("en").asString("")).isEqualTo("Market");
	}

	@Test
	void readsTheRecordOfAProcedure() throws IOException {
		String said = run("import-procedure", SOURCES.resolve("procedure/1.004222.json"), folder);
		assertThat(said).contains("THANHPHANHOSO/0/GIAYTO/0/TENMAUDON: prescribed-form: ", "CACHTHUCTHUCHIEN/1/THOIGIAN/0/PHILEPHI/1: fee: \"theo quy định \" is not an amount",
				"CACHTHUCTHUCHIEN/2/KENH: channel: ", "CANCUPHAPLY: legal-basis: ", "MATTHCDP: member: ");
		var service = BundleReader.read(Bundle.of(folder));
		assertThat(service.code().value()).isEqualTo("1.004222");
		assertThat(service.ministry()).isEqualTo("G01");
		assertThat(service.cases()).extracting(one -> one.name().vi()).containsExactly("Đăng ký thường trú vào chỗ ở thuộc sở hữu của mình",
				"Đăng ký thường trú vào chỗ ở do thuê, mượn");
		assertThat(service.components()).extracting(paper -> paper.originals() + "+" + paper.copies()).containsExactly("1+0", "0+1", "1+1");
		assertThat(BundleReader.service(Bundle.of(folder)).tree().path("fees").valueStream().map(fee -> fee.path("base").asInt() + " " + fee.path("when").asString(""))).containsExactly("20000 channel = \"desk\"", "10000 channel = \"online\"");
		assertThat(service.results()).extracting(result -> result.typeCode()).containsExactly("KQ.G01.000041");
		assertThat(service.steps()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "no JSON", "{}", "[]", "{\"components\": []}", "{\"components\": [{\"type\": \"signature\", \"key\": \"a\"}]}", "{\"forms\": {\"a\": {}, \"b\": {}}}" })
	void refusesWhatIsNoForm(String text) throws IOException {
		Path file = Files.writeString(folder.resolve("source.json"), text);
		Path draft = folder.resolve("draft");
		assertThat(run("import-formio", file, draft)).startsWith(file + ": ");
		assertThat(draft).doesNotExist();
		assertThat(run("import-procedure", file, draft)).startsWith(file + ": ");
		assertThat(draft).doesNotExist();
	}

	@Test
	void writesOverNothing() throws IOException {
		Files.writeString(folder.resolve("mine.txt"), "mine");
		assertThat(run("import-formio", SOURCES.resolve("formio/ho-kinh-doanh.json"), folder)).contains("is not empty");
		assertThat(folder.resolve("service.yaml")).doesNotExist();
		assertThat(run("import-formio", folder.resolve("nowhere.json"), folder.resolve("x"))).contains("This is not a file");
	}

	private List<FieldProblem> problems(String answers) throws IOException {
		return AnswerCheck.of(form(), new JsonMapper().readTree(answers), Agencies.packaged(), ON);
	}

	private JsonNode asked(String answers) throws IOException {
		return AskedForm.of(form(), new JsonMapper().readTree(answers), ON).answers();
	}

	private FormDefinition form() throws IOException {
		return FormReader.read(BundleReader.read(Bundle.of(folder)), (province, district) -> false);
	}

	private static String run(String name, Path file, Path draft) {
		return service(name, file, draft);
	}

	private static String service(String name, Path... paths) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		List<String> words = new java.util.ArrayList<>(List.of(name));
		List.of(paths).forEach(path -> words.add(path.toString()));
		new ServiceCommand().run(words, new PrintStream(said, true, StandardCharsets.UTF_8));
		return said.toString(StandardCharsets.UTF_8);
	}

}
