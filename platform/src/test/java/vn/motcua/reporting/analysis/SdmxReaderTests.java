package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.problem.ProblemException;

/** What systems send as SDMX. */
class SdmxReaderTests {

	private static final SdmxLine LINE = new SdmxLine(2, "TT0204", "SEX=F", "id:1000241", "2026-H1", "12.50");

	@Test
	void readsLinesOfCsvByTheirHeadings() {
		String csv = "STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,BREAKDOWN,FIGURE,REF_AREA,TIME_PERIOD,OBS_VALUE\ndataflow,MOTCUA:DF_FIGURES(1.0.0),R,TT0204,SEX$F,VALUE,U1000241,2026-S1,12.50\n";
		assertThat(SdmxReader.csv(bytes(csv))).containsExactly(LINE);
	}

	@Test
	void readsSeriesOfJson() {
		String json = """
				{"data": {"structures": [{"dimensions": {"dataSet": [{"id": "FIGURE", "values": [{"id": "VALUE"}]}],
				"series": [{"id": "INDICATOR", "values": [{"id": "TT0204"}]}, {"id": "BREAKDOWN", "values": [{"id": "_T"}, {"id": "SEX$F"}]}, {"id": "REF_AREA", "values": [{"id": "24"}]}],
				"observation": [{"id": "TIME_PERIOD", "values": [{"id": "2026-10"}, {"value": "2026-01-01/P9M"}]}]}}],
				"dataSets": [{"structure": 0, "series": {"0:1:0": {"observations": {"0": [12.50, 0], "1": ["7"]}}}}]}}""";
		assertThat(SdmxReader.json(bytes(json), JsonMapper.builder().build())).extracting(SdmxLine::breakdown, SdmxLine::area, SdmxLine::period)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("SEX=F", "24", "2026-10"), org.assertj.core.groups.Tuple.tuple("SEX=F", "24", "2026-9M"));
	}

	@Test
	void refusesWhatItCannotTakeAndSaysWhere() {
		assertThatThrownBy(() -> SdmxReader.csv(bytes("INDICATOR,REF_AREA\n"))).isInstanceOfSatisfying(ProblemException.class,
				refused -> assertThat(refused.fields().getFirst().pointer()).isEqualTo("/TIME_PERIOD"));
		assertThatThrownBy(() -> SdmxReader.csv(bytes("INDICATOR,FIGURE,REF_AREA,TIME_PERIOD,OBS_VALUE\nX1,GROWTH,24,2026,1\n"))).isInstanceOfSatisfying(ProblemException.class,
				refused -> assertThat(refused.fields().getFirst().code()).isEqualTo("reporting.sdmx.figure"));
		String deleting = "{\"data\": {\"dataSets\": [{\"action\": \"Delete\", \"observations\": {\"0\": [1]}}]}}";
		assertThatThrownBy(() -> SdmxReader.json(bytes(deleting), JsonMapper.builder().build())).as("is not taken as values to set").isInstanceOfSatisfying(ProblemException.class,
				refused -> assertThat(refused.fields().getFirst().code()).isEqualTo("reporting.sdmx.delete"));
		assertThatThrownBy(() -> SdmxReader.json(bytes("{"), JsonMapper.builder().build())).isInstanceOf(ProblemException.class);
	}

	/** Before it is a tree in memory. */
	@Test
	void aMessageHasNoMorePartsThanItsObservationsNeed() {
		String observations = IntStream.range(0, 260_000).mapToObj(at -> "\"" + at + "\":[1]").collect(Collectors.joining(","));
		assertThatThrownBy(() -> SdmxReader.json(bytes("{\"data\": {\"dataSets\": [{\"observations\": {" + observations + "}}]}}"), SdmxIntake.JSON))
			.isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.fields().getFirst().code()).isEqualTo("reporting.sdmx.lines"));
	}

	/** Each is looked at for every observation. */
	@Test
	void aStructureHasAsManyDimensionsAsOneCanMean() {
		for (String level : List.of("dataSet", "series", "observation")) {
			String json = "{\"data\": {\"structures\": [{\"dimensions\": {\"" + level + "\": [" + "{},".repeat(20) + "{}]}}], \"dataSets\": [{\"structure\": 0, \"observations\": {\"0\": [1]}}]}}";
			assertThatThrownBy(() -> SdmxReader.json(bytes(json), JsonMapper.builder().build())).isInstanceOfSatisfying(ProblemException.class,
					refused -> assertThat(refused.fields()).singleElement().satisfies(field -> {
						assertThat(field.pointer()).isEqualTo("/data/structures/dimensions/" + level);
						assertThat(field.code()).isEqualTo("reporting.sdmx.dimensions");
					}));
		}
	}

	/** As a plain decimal it would have a billion digits. */
	@Test
	void aNumberOfABillionDigitsIsNotWrittenOut() {
		String json = """
				{"data": {"structures": [{"dimensions": {"observation": [{"id": "INDICATOR", "values": [{"id": "TT0204"}]}]}}],
				"dataSets": [{"structure": 0, "observations": {"0": [1e999999999]}}]}}""";
		for (boolean exact : new boolean[] { false, true }) {
			JsonMapper mapper = JsonMapper.builder().configure(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, exact).build();
			assertThat(SdmxReader.json(bytes(json), mapper)).singleElement().satisfies(line -> assertThat(line.value()).doesNotMatch("-?\\d{1,15}(\\.\\d{1,6})?").hasSizeLessThan(20));
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
