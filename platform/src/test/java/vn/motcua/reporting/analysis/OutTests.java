package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

/** Texts of any signs come out as they are, wherever the buffer ends. */
class OutTests {

	@Test
	void textsAreWrittenAsTheyAre() throws IOException {
		for (String text : new String[] { "", "Hà Nội", "Phường Điện Biên – “cổng”", "a\"b\\c\n\td", "é", "한국 \u0800\uffff", "🇻🇳 giữa 😀", "x".repeat(70_000), "ế".repeat(70_000) }) {
			for (int before : new int[] { 0, 65_530, 65_535 }) {
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				Out out = new Out(bytes);
				out.raw(" ".repeat(before / 5)).raw(" ".repeat(before - before / 5)).string(text).flush();
				String written = bytes.toString(StandardCharsets.UTF_8);
				assertThat(JsonMapper.builder().build().readTree(written).asString()).isEqualTo(text);
				assertThat(written).hasSizeGreaterThanOrEqualTo(before + text.length() + 2);
			}
		}
	}

}
