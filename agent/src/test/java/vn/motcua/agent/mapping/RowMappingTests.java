package vn.motcua.agent.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** A row becomes lines, or findings that say where and why not. */
class RowMappingTests {

	private final List<Finding> findings = new ArrayList<>();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			05/03/2026 08:07:09 | 2026-03-05T01:07:09Z
			5/3/2026 8:07       | 2026-03-05T01:07:00Z
			05/03/2026          | 2026-03-05T10:00:00Z
			05/03/2026 9h05     | 2026-03-05T02:05:00Z
			14 giờ 30 phút 05/03/2026 | 2026-03-05T07:30:00Z
			05-03-2026 08:07    | 2026-03-05T01:07:00Z
			05.03.2026          | 2026-03-05T10:00:00Z
			08:07 05/03/2026    | 2026-03-05T01:07:00Z
			2026-03-05 08:07:09.123456 | 2026-03-05T01:07:09Z
			2026-03-05T08:07:09+07:00  | 2026-03-05T01:07:09Z
			2026-03-05T01:07:09Z | 2026-03-05T01:07:09Z
			2026-03-05T08:07    | 2026-03-05T01:07:00Z
			20260305080709      | 2026-03-05T01:07:09Z
			20260305            | 2026-03-05T10:00:00Z
			5/3/2026 8:07 SA    | 2026-03-05T01:07:00Z
			5/3/2026 2:07 CH    | 2026-03-05T07:07:00Z
			""")
	void readsMomentsAsTheyAreWritten(String text, String moment) {
		assertThat(Moments.find(text, List.of(), LocalTime.of(17, 0), false)).contains(Instant.parse(moment));
	}

	@ParameterizedTest
	@ValueSource(strings = { "03/13/2026", "31/02/2026", "05/03/26", "hôm qua", "46086", "2026-03-05 25:00", "05/03/2026 08:07 gì đó" })
	void guessesNoMoment(String text) {
		assertThat(Moments.find(text, List.of(), LocalTime.MIDNIGHT, false)).isEmpty();
	}

	@Test
	void readsDayNumbersOfSpreadsheets() {
		assertThat(Moments.find("46086", List.of(), LocalTime.MIDNIGHT, true)).contains(Instant.parse("2026-03-04T17:00:00Z"));
		assertThat(Moments.find("46086.338298611", List.of(), LocalTime.MIDNIGHT, true)).contains(Instant.parse("2026-03-05T01:07:09Z"));
	}

	@Test
	void mapsColumnsCodesAndStates() {
		SyncLine line = map(Map.of()).get(0);
		assertThat(line.status()).isEqualTo(Status.ACCEPTED);
		assertThat(line.agency()).isEqualTo("H26");
		assertThat(line.channel()).isEqualTo(Channel.ONLINE);
		assertThat(line.applicant().name()).isEqualTo("Nguyễn Văn Bảy");
		assertThat(line.applicant().number()).isEqualTo("001190000001");
		assertThat(line.more()).isEqualTo("{\"soBienNhan\":\"BN-1\"}");
		assertThat(findings).isEmpty();
	}

	@Test
	void aValueThatTheMappingDoesNotKnowIsAFindingOfItsCell() {
		assertThat(map(Map.of("Trạng thái", "Chờ liên thông"))).isEmpty();
		assertThat(findings).containsExactly(new Finding("a.csv", 7, "Trạng thái", "unmapped", "Chờ liên thông"));
	}

	@ParameterizedTest
	@CsvSource({ "Mã,H26/2026/1,code-form", "Mã,,required", "Ngày,13/13/2026,moment", "Số,1.19E+11,number-scientific", "Số,11900000011,leading-zero",
			"Tên,Nguyá»…n Văn Báº£y,encoded-twice", "Tên,Nguy\uFFFDn,encoding", "Đơn vị,Sở lạ,unmapped" })
	void findsWhatGoesWrongInExports(String column, String value, String rule) {
		assertThat(map(Map.of(column, value == null ? "" : value))).isEmpty();
		assertThat(findings).extracting(Finding::rule).containsExactly(rule);
		assertThat(findings).extracting(Finding::column).containsExactly(column);
		assertThat(findings).noneMatch(finding -> column.equals("Số") && !finding.value().isEmpty());
	}

	@Test
	void oneRowADossierBecomesALineForEachStatusThatWasReached() {
		Map<String, ColumnRule> members = members();
		members.remove("status");
		members.remove("at");
		Mapping mapping = new Mapping(members, Map.of(), List.of(step(1, ColumnRule.of("Ngày nộp")), step(2, ColumnRule.of("Ngày")),
				step(9, ColumnRule.of("Ngày xong"))));
		List<SyncLine> lines = new RowMapping(mapping).map(row(Map.of("Ngày nộp", "04/03/2026 16:00", "Ngày xong", "")), findings::add);
		assertThat(lines).extracting(SyncLine::status).containsExactly(Status.SUBMITTED, Status.ACCEPTED);
		assertThat(lines.get(0).at()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
	}

	@Test
	void aStepIsTheStatusThatAnotherColumnOfItsRowSays() {
		Map<String, ColumnRule> members = members();
		members.remove("status");
		members.remove("at");
		ColumnRule end = new ColumnRule("Trạng thái", null, null, Map.of("từ chối", "3", "đã xong", "9"), null, List.of(), LocalTime.MIDNIGHT);
		RowMapping mapping = new RowMapping(new Mapping(members, Map.of(), List.of(step(1, ColumnRule.of("Ngày")), new Mapping.Step(end, ColumnRule.of("Ngày xong")))));
		assertThat(mapping.map(row(Map.of("Ngày xong", "06/03/2026", "Trạng thái", "Từ chối")), findings::add)).extracting(SyncLine::status)
			.containsExactly(Status.SUBMITTED, Status.REFUSED);
		assertThat(mapping.map(row(Map.of("Ngày xong", "", "Trạng thái", "Đang làm")), findings::add)).as("not reached").extracting(SyncLine::status).containsExactly(Status.SUBMITTED);
		assertThat(findings).isEmpty();
		assertThat(mapping.map(row(Map.of("Ngày xong", "06/03/2026", "Trạng thái", "Lạ")), findings::add)).isEmpty();
		assertThat(findings).containsExactly(new Finding("a.csv", 7, "Trạng thái", "unmapped", "Lạ"));
	}

	@Test
	void anEmptyCellIsWhatEveryOtherValueIs() {
		Map<String, ColumnRule> members = members();
		members.remove("status");
		members.remove("at");
		ColumnRule begin = new ColumnRule("Trạng thái", null, null, Map.of("trả lại", "1"), "2", List.of(), LocalTime.MIDNIGHT);
		members.put("channel", new ColumnRule("Kênh", null, Pattern.compile("ONLINE|POST"), Map.of(), "DESK", List.of(), LocalTime.MIDNIGHT));
		RowMapping mapping = new RowMapping(new Mapping(members, Map.of(), List.of(new Mapping.Step(begin, ColumnRule.of("Ngày")))));
		assertThat(mapping.map(row(Map.of("Trạng thái", "", "Kênh", "?")), findings::add)).extracting(SyncLine::status).containsExactly(Status.ACCEPTED);
		assertThat(mapping.map(row(Map.of("Trạng thái", "Trả lại", "Kênh", "")), findings::add)).extracting(SyncLine::status).containsExactly(Status.SUBMITTED);
		assertThat(mapping.map(row(Map.of("Kênh", "1-POST")), findings::add)).extracting(SyncLine::channel).containsExactly(Channel.POST);
		assertThat(findings).isEmpty();
	}

	@Test
	void aCellThatTwoStepsReadIsFoundOnce() {
		RowMapping mapping = new RowMapping(new Mapping(members(), Map.of(), List.of(step(1, ColumnRule.of("Ngày")), step(2, ColumnRule.of("Ngày")))));
		assertThat(mapping.map(row(Map.of("Ngày", "31/13/2026")), findings::add)).isEmpty();
		assertThat(findings).containsExactly(new Finding("a.csv", 7, "Ngày", "moment", "31/13/2026"));
	}

	@Test
	void aPartOfACellCountsWhereTheRestIsTheProvincesOwn() {
		Map<String, ColumnRule> members = members();
		members.put("procedure", new ColumnRule("TTHC", null, Pattern.compile("\\d\\.\\d{6}"), Map.of(), null, List.of(), LocalTime.MIDNIGHT));
		RowMapping mapping = new RowMapping(new Mapping(members, Map.of(), List.of()));
		assertThat(mapping.map(row(Map.of("TTHC", "1.001193.000.00.00.H26")), findings::add)).extracting(SyncLine::procedure).containsExactly("1.001193");
		assertThat(mapping.map(row(Map.of("TTHC", "KS-01")), findings::add)).isEmpty();
		assertThat(findings).containsExactly(new Finding("a.csv", 7, "TTHC", "part", "KS-01"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.0011934", "11.001193 - Khai sinh", "HS/1.001193O", "Đ1.001193" })
	void aPartThatCutsANumberOrAWordIsAFinding(String cell) {
		Map<String, ColumnRule> members = members();
		members.put("procedure", new ColumnRule("TTHC", null, Pattern.compile("\\d\\.\\d{6}"), Map.of(), "1.000001", List.of(), LocalTime.MIDNIGHT));
		RowMapping mapping = new RowMapping(new Mapping(members, Map.of(), List.of()));
		assertThat(mapping.map(row(Map.of("TTHC", cell)), findings::add)).as("not even what every other value is").isEmpty();
		assertThat(findings).containsExactly(new Finding("a.csv", 7, "TTHC", "part-cut", cell));
		assertThat(mapping.map(row(Map.of("TTHC", "(1.001193)")), findings::add)).extracting(SyncLine::procedure).containsExactly("1.001193");
	}

	private static Mapping.Step step(int status, ColumnRule at) {
		return new Mapping.Step(ColumnRule.always(String.valueOf(status)), at);
	}

	private List<SyncLine> map(Map<String, String> other) {
		return new RowMapping(new Mapping(members(), Map.of("soBienNhan", ColumnRule.of("Biên nhận")), List.of())).map(row(other), findings::add);
	}

	private static Map<String, ColumnRule> members() {
		Map<String, ColumnRule> members = new LinkedHashMap<>();
		members.put("code", ColumnRule.of("Mã"));
		members.put("procedure", ColumnRule.always("1.001193"));
		members.put("agency", values("Đơn vị", Map.of("sở tư pháp", "H26")));
		members.put("status", values("Trạng thái", Map.of("đã tiếp nhận", "2")));
		members.put("channel", values("Kênh", Map.of("trực tuyến", "ONLINE")));
		members.put("at", ColumnRule.of("Ngày"));
		members.put("applicant.name", ColumnRule.of("Tên"));
		members.put("applicant.number", ColumnRule.of("Số"));
		return members;
	}

	private static ColumnRule values(String column, Map<String, String> values) {
		return new ColumnRule(column, null, null, values, null, List.of(), LocalTime.MIDNIGHT);
	}

	private static Row row(Map<String, String> other) {
		Map<String, String> cells = new HashMap<>(Map.of("Mã", "h26-260305-0001 ", "Đơn vị", "  Sở Tư  pháp", "Trạng thái", "ĐÃ TIẾP NHẬN", "Kênh", "Trực tuyến", "Ngày",
				"05/03/2026 08:07", "Tên", "Nguyê\u0303n Văn Ba\u0309y", "Số", "001190000001", "Biên nhận", "BN-1"));
		cells.putAll(other);
		List<String> names = List.copyOf(cells.keySet());
		return new Row("a.csv", 7, new Columns(names), names.stream().map(cells::get).toList(), false);
	}

}
