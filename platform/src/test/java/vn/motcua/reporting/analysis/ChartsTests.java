package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ChartsTests {

	@Test
	void periodsUnderALineStandClearOfEachOther() {
		for (int columns = 1; columns <= 400; columns++) {
			int size = columns;
			List<Integer> written = IntStream.range(0, size).filter(column -> Charts.labelled(column, size)).boxed().toList();
			assertThat(written).startsWith(0).endsWith(size - 1);
			for (int i = 1; i < written.size(); i++) {
				assertThat(Charts.x(written.get(i), size) - Charts.x(written.get(i - 1), size)).as(size + " periods").isGreaterThanOrEqualTo(110);
			}
		}
	}

}
