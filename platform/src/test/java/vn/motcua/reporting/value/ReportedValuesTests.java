package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.entry.EntryFixture;

/** What a report says comes out as it went in, with where each value came from. */
@MotCuaTest
class ReportedValuesTests {

	private static final String CODE = "THU.LAYRA";

	@Autowired
	private BeanFactory program;

	@Autowired
	private Sheets sheets;

	@Autowired
	private Cells cells;

	@Autowired
	private Targets targets;

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	private EntryFixture fixture;

	private Visit clerk;

	private String unit;

	private String values;

	@BeforeEach
	void fill() {
		fixture = EntryFixture.open(program, CODE);
		clerk = Visit.signedIn(port, EntryFixture.CLERK);
		unit = "id:" + fixture.clerk.agency();
		values = "/api/reporting/v1/submissions/" + CODE + "/" + EntryFixture.PERIOD + "/" + unit + "/values";
		save(place("TTHC0101", "LV=G02"), 12, ValueSource.TYPED, fixture.clerk);
		save(place("TTHC0102", "LV=G02"), 5, ValueSource.TYPED, fixture.clerk);
		save(place("TTHC0102", "LV=G02"), 7, ValueSource.COUNTED, Actor.platform());
	}

	@Test
	void eachValueSaysItsSourceVersionAndTime() {
		JsonNode answer = json.readTree(clerk.get(values, "application/json").body());
		assertThat(answer.at("/regime").asString()).isEqualTo(CODE);
		JsonNode desk = of(answer.at("/values"), "indicator", "TTHC0102");
		assertThat(desk.at("/value").decimalValue()).isEqualByComparingTo("7");
		assertThat(desk.at("/source").asString()).isEqualTo("COUNTED");
		assertThat(desk.at("/version").asInt()).isEqualTo(sheets.sheet(fixture.key()).version());
		assertThat(desk.at("/at").asString()).startsWith("20");
		assertThat(of(answer.at("/values"), "indicator", "TTHC0101").at("/source").asString()).isEqualTo("TYPED");
		assertThat(of(answer.at("/values"), "indicator", "TTHC0100").at("/value").decimalValue()).as("computed from both").isEqualByComparingTo("19");
	}

	@Test
	void whatIsReadCanBeSentBack() throws IOException {
		String lines = clerk.get(values, "text/csv").body();
		assertThat(lines).startsWith("regime,period,agency,indicator,breakdown,value,source,version,at\n").contains(",TTHC0102,LV=G02,7,COUNTED,");
		assertThat(clerk.get(values, "application/x-ndjson").body().lines().toList()).hasSize((int) lines.lines().count() - 1).allSatisfy(line -> assertThat(line).contains("\"period\":\"2026-12\""));
		assertThat(read(lines, (reading, batch) -> new CsvValues(reading, batch, null, List.of("regime", "period", "agency", "indicator", "value")))).isEqualTo(3);
		assertThat(read(clerk.get(values, "application/x-ndjson").body(), JsonValues::new)).isEqualTo(3);
		assertThat(clerk.api("PUT", values, clerk.get(values, "application/json").body()).body()).contains("\"values\":3", "\"changed\":0");
		save(place("TTHC0102", "LV=G02"), null, ValueSource.TYPED, fixture.clerk);
		assertThat(clerk.get(values, "text/csv").body()).as("an emptied cell has no line").doesNotContain("TTHC0102");
	}

	@Test
	void clientsOfDhisReadWhatTheySend() {
		String query = "?dataSet=" + CODE + "&period=202612&orgUnit=" + unit;
		JsonNode set = json.readTree(clerk.get("/api/dataValueSets" + query).body());
		JsonNode value = of(set.at("/dataValues"), "dataElement", "TTHC0101");
		assertThat(value.at("/period").asString()).isEqualTo("202612");
		assertThat(value.at("/orgUnit").asString()).isEqualTo(unit);
		assertThat(value.at("/categoryOptionCombo").asString()).isEqualTo("LV=G02");
		assertThat(value.at("/value").asString()).isEqualTo("12");
		assertThat(clerk.get("/api/dataValueSets.csv" + query).body()).contains("\nTTHC0101,202612," + unit + ",LV=G02,default,12,TYPED,");
		assertThat(DhisPeriods.written("2026-Q3") + DhisPeriods.written("2026-H1") + DhisPeriods.written("2026-W05") + DhisPeriods.written("2026-08-19") + DhisPeriods.written("2026"))
			.isEqualTo("2026Q32026S12026W5202608192026");
		String many = clerk.get("/api/dataValueSets" + query + ("&period=202612&orgUnit=" + unit).repeat(25)).body();
		assertThat(many).as("26 periods times 26 units").contains("reporting.value-set-reports");
	}

	@Test
	void aReportOfOthersIsNotThere() {
		Visit elsewhere = Visit.signedIn(port, "chuyenvien.hanoi");
		assertThat(elsewhere.get(values).statusCode()).isEqualTo(404);
		assertThat(elsewhere.get("/api/dataValueSets?dataSet=" + CODE + "&period=202612&orgUnit=" + unit).statusCode()).isEqualTo(404);
		assertThat(Visit.signedIn(port, "baocao.bacninh").get(values, "application/json").statusCode()).as("the province it stands under").isEqualTo(200);
		assertThat(new Visit(port).get(values).statusCode()).isEqualTo(401);
	}

	/** How many values intake finds in what was read, and no problem. */
	private int read(String body, BiFunction<Targets.Reading, ValueBatch, ValueBody.LineTaker> lines) throws IOException {
		ValueBatch batch = new ValueBatch();
		ValueBody.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), false).lines(lines.apply(targets.reading(batch, WrittenNumber.Style.POINT), batch));
		assertThat(batch.problemCount()).isZero();
		return batch.size();
	}

	private void save(int place, Integer amount, ValueSource source, Actor actor) {
		sheets.save(fixture.key(), List.of(new CellChange(place, amount == null ? null : new BigDecimal(amount), null)), source, actor);
	}

	private int place(String indicator, String part) {
		return cells.find(fixture.key().regime(), new IndicatorCode(indicator), new Breakdown(part)).orElseThrow().position();
	}

	private static JsonNode of(JsonNode values, String field, String wanted) {
		return values.valueStream().filter(value -> value.at("/" + field).asString().equals(wanted)).findFirst().orElseThrow();
	}

}
