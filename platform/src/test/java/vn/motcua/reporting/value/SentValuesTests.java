package vn.motcua.reporting.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.entry.EntryFixture;

/** What systems send as SDMX and as DHIS2 clients do: taken as all values are, and refused by line, field and rule, before it is written too. */
@MotCuaTest
class SentValuesTests {

	private static final String CODE = "THU.GUISO";

	private static final String DHIS = "/api/dataValueSets";

	@Autowired
	private BeanFactory program;

	@Autowired
	private Sheets sheets;

	@Autowired
	private JsonMapper json;

	@LocalServerPort
	private int port;

	private EntryFixture fixture;

	private Visit clerk;

	private String unit;

	@BeforeEach
	void open() {
		fixture = EntryFixture.open(program, CODE);
		clerk = Visit.signedIn(port, EntryFixture.CLERK);
		unit = "id:" + fixture.clerk.agency();
	}

	@Test
	void sdmxIsRefusedByLineComponentAndRule() {
		HttpResponse<String> answer = sdmx("", series("TTHC0101", "U" + fixture.clerk.agency(), "\"12\"", "\"1.5\"", "\"x\""), series("TTHC9999", "U" + fixture.clerk.agency(), "1"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(json.readTree(answer.body()).at("/errors").valueStream().map(error -> error.at("/pointer").asString() + " " + error.at("/code").asString())).containsExactlyInAnyOrder(
				"/lines/2/OBS_VALUE reporting.decimals", "/lines/3/OBS_VALUE reporting.sdmx.value", "/lines/4/INDICATOR reporting.unknown-indicator");
		HttpResponse<String> twice = sdmx("", series("TTHC0101", unit, "12", "13"));
		assertThat(twice.body()).as("a cell of which there are two values").contains("/lines/2", "reporting.value-twice");
		assertThat(sdmx("").body()).as("nothing in it").contains("reporting.sdmx.none");
		assertThat(clerk.api("POST", address(""), "[").body()).contains("common.unreadable").doesNotContain("{detail}");
	}

	/** Nobody is told that what would be refused is well. */
	@Test
	void aDryRunOfSdmxAsksWhoseReportItIs() {
		HttpResponse<String> answer = sdmx("&dryRun=true", series("TTHC0101", unit, "12"), series("TTHC0101", "24", "12"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("\"/lines/2/REF_AREA\"", "reporting.not-owed").doesNotContain("/lines/1");
		int version = sheets.sheet(fixture.key()).version();
		assertThat(sdmx("&dryRun=true", series("TTHC0102", unit, "77")).body()).contains("\"written\":false", "\"changed\":1");
		assertThat(sheets.sheet(fixture.key()).version()).isEqualTo(version);
	}

	/** A program that looks at the status alone is not told that all is well. */
	@Test
	void aDryRunIsRefusedAsTheSendingWouldBe() {
		String address = "/api/reporting/v1/submissions/" + CODE + "/" + EntryFixture.PERIOD + "/" + unit + "/values?dryRun=";
		String wrong = "{\"values\":[{\"indicator\":\"TTHC0101\",\"breakdown\":\"LV=G02\",\"value\":\"x\"}]}";
		assertThat(clerk.api("PUT", address + true, wrong)).satisfies(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422))
			.satisfies(answer -> assertThat(answer.body()).isEqualTo(clerk.api("PUT", address + false, wrong).body()));
		assertThat(clerk.api("PUT", address + true, wrong.replace("x", "3")).body()).contains("\"written\":false", "\"problemCount\":0");
	}

	@Test
	void strategiesOfDhisTakeWhatTheySay() {
		counts(send("?importStrategy=DELETE", value("TTHC0101", "LV=G02", "1"), value("TTHC0102", "LV=G02", "1")));
		assertThat(counts(send("?dryRun=true", value("TTHC0101", "LV=G02", "5")))).as("what would be").isEqualTo(Map.of("imported", 1, "updated", 0, "ignored", 0, "deleted", 0));
		assertThat(counts(send("?importStrategy=UPDATE", value("TTHC0101", "LV=G02", "5")))).containsEntry("ignored", 1).containsEntry("imported", 0);
		assertThat(counts(send("?importStrategy=CREATE", value("TTHC0101", "LV=G02", "5")))).containsEntry("imported", 1);
		assertThat(counts(send("?importStrategy=NEW", value("TTHC0101", "LV=G02", "6"), value("TTHC0102", "LV=G02", "2")))).containsEntry("ignored", 1).containsEntry("imported", 1);
		assertThat(counts(send("", value("TTHC0101", "LV=G02", "7"), value("TTHC0102", "LV=G02", "2\",\"deleted\":true,\"comment\":\"")))).isEqualTo(
				Map.of("imported", 0, "updated", 1, "ignored", 0, "deleted", 1));
		assertThat(sheets.sheet(fixture.key()).amounts().values()).contains(new BigDecimal("7")).doesNotContain(new BigDecimal("2"));
		assertThat(counts(send("", value("TTHC0101", "LV=G02", "8\",\"deleted\":\"true\",\"comment\":\"")))).as("as a word").containsEntry("deleted", 1).containsEntry("updated", 0);
	}

	/** From 0, the heading of a file not counted. */
	@Test
	void conflictsNameTheValueByItsPlace() {
		assertThat(json.readTree(send("", value("TTHC0101", "LV=G02", "1"), value("TTHC0102", "LV=G02", "x")).body()).at("/response/conflicts/0/indexes").toString()).isEqualTo("[1]");
		String file = "dataelement,period,orgunit,categoryoptioncombo,value\nTTHC0101,202612," + unit + ",LV=G02,1\nTTHC0102,202612," + unit + ",LV=G02,x\n";
		HttpResponse<String> answer = clerk.sent("/api/dataValueSets.csv?dataSet=" + CODE, "text/csv", file);
		assertThat(json.readTree(answer.body()).at("/response/conflicts/0/indexes").toString()).as(answer.body()).isEqualTo("[1]");
	}

	/** What a client asks for and would not get is said, not passed over. */
	@Test
	void whatDhisClientsAskForAndIsNotThereIsRefused() {
		assertThat(send("?dataElementIdScheme=UID", value("TTHC0101", "LV=G02", "5")).body()).contains("\"/dataElementIdScheme\"", "reporting.id-scheme");
		assertThat(send("?async=true", value("TTHC0101", "LV=G02", "5")).body()).contains("\"/async\"", "reporting.async");
		assertThat(send("?importStrategy=SYNC", value("TTHC0101", "LV=G02", "5")).body()).contains("\"/importStrategy\"", "CREATE_AND_UPDATE");
		assertThat(clerk.api("POST", DHIS, "{\"dataSet\":\"" + CODE + "\",\"dryRun\":true,\"dataValues\":[]}").body()).as("else it would be written").contains("\"/dryRun\"", "reporting.value-set-member");
		assertThat(send("?dataElementIdScheme=code&orgUnitIdScheme=CODE&dryRun=true", value("TTHC0101", "LV=G02", "5")).statusCode()).isEqualTo(200);
		HttpResponse<String> wrong = send("", value("TTHC0101", "LV=G02", "1"), value("TTHC0101", "LV=G02", "2"), value("TTHC0101", "LV=G02", "x"));
		assertThat(wrong.statusCode()).isEqualTo(409);
		assertThat(counts(wrong)).as("three were sent").containsEntry("ignored", 3);
	}

	private HttpResponse<String> sdmx(String more, String... series) {
		StringBuilder structures = new StringBuilder();
		StringBuilder sets = new StringBuilder();
		for (int i = 0; i < series.length; i++) {
			String[] one = series[i].split("\\|");
			structures.append(i == 0 ? "" : ",").append("{\"dimensions\":{\"dataSet\":[").append(dimension("INDICATOR", one[0])).append(',').append(dimension("BREAKDOWN", "LV$G02")).append(',')
				.append(dimension("REF_AREA", one[1])).append(',').append(dimension("TIME_PERIOD", EntryFixture.PERIOD)).append("],\"observation\":[]}}");
			sets.append(i == 0 ? "" : ",").append("{\"structure\":").append(i).append(",\"observations\":{");
			String[] values = one[2].split(",");
			for (int v = 0; v < values.length; v++) {
				sets.append(v == 0 ? "" : ",").append('"').append(v).append("\":[").append(values[v]).append(']');
			}
			sets.append("}}");
		}
		return clerk.api("POST", address(more), "{\"data\":{\"structures\":[" + structures + "],\"dataSets\":[" + sets + "]}}");
	}

	private static String address(String more) {
		return "/api/reporting/v1/sdmx/data?regime=" + CODE + more;
	}

	private static String dimension(String id, String value) {
		return "{\"id\":\"" + id + "\",\"values\":[{\"id\":\"" + value + "\"}]}";
	}

	private static String series(String indicator, String area, String... values) {
		return indicator + "|" + area + "|" + String.join(",", values);
	}

	private HttpResponse<String> send(String query, String... values) {
		return clerk.api("POST", DHIS + query, "{\"dataSet\":\"" + CODE + "\",\"period\":\"202612\",\"orgUnit\":\"" + unit + "\",\"dataValues\":[" + String.join(",", values) + "]}");
	}

	private static String value(String indicator, String part, String value) {
		return "{\"dataElement\":\"" + indicator + "\",\"categoryOptionCombo\":\"" + part + "\",\"value\":\"" + value + "\"}";
	}

	private Map<String, Integer> counts(HttpResponse<String> answer) {
		JsonNode counts = json.readTree(answer.body()).at("/response/importCount");
		return Map.of("imported", counts.at("/imported").asInt(), "updated", counts.at("/updated").asInt(), "ignored", counts.at("/ignored").asInt(), "deleted", counts.at("/deleted").asInt());
	}

}
