package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;

/** What is said of a warning is said of the figures that stand there. */
@MotCuaTest
class ExplanationTests {

	private static final String CODE = "rule:K2";

	private static final String WORDS = "Đợt cao điểm cấp đổi giấy phép.";

	@Autowired
	private BeanFactory program;

	@Autowired
	private Sheets sheets;

	@Autowired
	private Findings findings;

	@LocalServerPort
	private int port;

	private EntryFixture fixture;

	private int place;

	@Test
	void anotherFigureWantsAWordAgain() {
		fixture = EntryFixture.open(program, "THU.NHAP.GIAITRINH");
		place = program.getBean(Cells.class).find(fixture.key().regime(), new IndicatorCode("TTHC0101"), new Breakdown("LV=G02")).orElseThrow().position();
		Visit clerk = Visit.signedIn(port, EntryFixture.CLERK);
		assertThat(clerk.post(fixture.page(), fixture.page(), Map.of("v", "0", "c" + place, "1.500", "x." + CODE, WORDS, "vx." + CODE, "0")).statusCode()).isEqualTo(302);
		assertThat(blocking()).as("saved together").doesNotContain(CODE);
		save(2500);
		assertThat(blocking()).as("said of 1,500").contains(CODE);
		assertThat(clerk.get(fixture.page() + "?kiem-tra=true").body()).contains("Giải trình này viết cho số trước đó", "name=\"again.x." + CODE + "\"", ">" + WORDS + "</textarea>");
		save(1500);
		assertThat(blocking()).as("what it was said of stands again").doesNotContain(CODE);
		save(2500);
		Map<String, String> again = Map.of("v", String.valueOf(sheets.sheet(fixture.key()).version()), "c" + place, "2.600", "x." + CODE, WORDS, "vx." + CODE, "1", "again.x." + CODE, "1");
		assertThat(clerk.post(fixture.page(), fixture.page(), again).statusCode()).isEqualTo(302);
		assertThat(blocking()).as("kept for what was saved with it").doesNotContain(CODE);
		assertThat(sheets.sheet(fixture.key()).amounts().get(place)).isEqualByComparingTo("2600");
		save(2700);
		assertThat(blocking()).contains(CODE);
		sends(clerk);
		assertThat(blocking()).as("a program says the same of the new figure").doesNotContain(CODE);
		int version = version();
		sends(clerk);
		assertThat(version()).as("sent twice").isEqualTo(version);
	}

	private void sends(Visit clerk) {
		assertThat(clerk.api("PUT", fixture.api().replace("/sheets/", "/submissions/") + "/texts", "{\"texts\": [{\"kind\": \"EXPLANATION\", \"code\": \"" + CODE + "\", \"content\": \"" + WORDS + "\"}]}")
			.statusCode()).isEqualTo(200);
	}

	private int version() {
		return program.getBean(TextStore.class).find(fixture.key(), ReportText.Kind.EXPLANATION, CODE).orElseThrow().version();
	}

	private void save(int amount) {
		sheets.save(fixture.key(), List.of(new CellChange(place, new BigDecimal(amount), null)), ValueSource.TYPED, fixture.clerk);
	}

	private List<String> blocking() {
		return findings.of(fixture.key()).stream().filter(Findings.Finding::blocks).map(Findings.Finding::code).toList();
	}

}
