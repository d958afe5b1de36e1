package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

class WorkbookContentTests {

	/** The database keeps no zero sign; six characters that look like one in JSON are only text. */
	@Test
	void whatWasReadIsKeptWithoutZeroSigns() {
		JsonMapper json = JsonMapper.shared();
		String kept = WorkbookContent.written(Map.of("a", "D:\\u0000\0 \"\0\\"), json);
		assertThat(kept).doesNotContain("\0");
		assertThat(json.readValue(kept, Map.class)).isEqualTo(Map.of("a", "D:\\u0000 \"\\"));
		assertThat(WorkbookContent.named("bieu\0\n.xlsx")).isEqualTo("bieu.xlsx");
	}

}
