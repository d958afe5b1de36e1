package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.Actor;

/** Two clerks write at the words and rows of one report, on a page without script. */
@MotCuaTest
class TwoWritersTests {

	@Autowired
	private BeanFactory program;

	@LocalServerPort
	private int port;

	/** Nothing that was typed is lost, and nobody writes over what they have not seen. */
	@Test
	void showsWhatSomebodyElseWroteBesideWhatWasTyped() {
		EntryFixture fixture = EntryFixture.open(program, "THU.NHAP.HAI");
		Visit clerk = Visit.signedIn(port, EntryFixture.CLERK);
		String drawn = clerk.get(fixture.page()).body();
		Map<String, String> fields = EntryPagesTests.fields(drawn);
		List<String> rows = fields.keySet().stream().filter(name -> name.startsWith("g.B2.") && name.endsWith(".NOIDUNG")).toList();
		Actor colleague = new Actor(fixture.clerk.kind(), UUID.randomUUID(), "Ngô Thị Kia", null, fixture.clerk.agency(), fixture.clerk.permissions());
		int seen = Integer.parseInt(fields.get("vt.N1"));
		assertThat(program.getBean(TextStore.class).write(fixture.key(), List.of(new ReportText.Change(ReportText.Kind.NARRATIVE, "N1", "Lời của chị Kia.", seen)), vn.motcua.reporting.ValueSource.TYPED, colleague)).isEmpty();
		GrowingRow theirs = new GrowingRow("B2", UUID.fromString(rows.getFirst().split("\\.")[2]), 0, Map.of("NOIDUNG", "Dòng của chị Kia", "SO", "1234"), 0);
		assertThat(program.getBean(GrowingRowStore.class).write(fixture.key(), theirs, colleague)).isTrue();
		fields.put("t.N1", "Lời của tôi.");
		fields.put(rows.get(0), "Dòng của tôi");
		fields.put(rows.get(1), "Dòng mới của tôi");
		fields.put(rows.get(1).replace("NOIDUNG", "SO"), "nghìn");
		HttpResponse<String> wrong = clerk.post(fixture.page(), fixture.page(), fields);
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).as("a new row with a number that is none").contains("value=\"Dòng mới của tôi\"", "value=\"nghìn\"");
		fields = EntryPagesTests.fields(wrong.body());
		fields.put(rows.get(1).replace("NOIDUNG", "SO"), "3");
		HttpResponse<String> late = clerk.post(fixture.page(), fixture.page(), fields);
		assertThat(late.statusCode()).isEqualTo(422);
		assertThat(late.body()).contains("Lời của tôi.</textarea>", "Lời của chị Kia.", "Ngô Thị Kia đã lưu lúc", "value=\"Dòng của tôi\"", "Nội dung: Dòng của chị Kia; Số việc: 1.234");
		assertThat(clerk.post(fixture.page(), fixture.page(), EntryPagesTests.fields(late.body())).statusCode()).as("once it was seen").isEqualTo(302);
		assertThat(clerk.get(fixture.page()).body()).contains("Lời của tôi.", "value=\"Dòng của tôi\"", "value=\"Dòng mới của tôi\"").doesNotContain("chị Kia");
		HttpResponse<String> answer = clerk.api("PATCH", fixture.api(), "{\"texts\":[{\"kind\":\"NARRATIVE\",\"code\":\"N1\",\"content\":\"Khác\",\"version\":" + seen + "}]}");
		assertThat(answer.body()).contains("\"lost\":[\"NARRATIVE N1\"]", "\"field\":\"t.N1\"", "\"text\":\"Lời của tôi.\"", "\"by\":\"" + fixture.clerk.name());
	}

}
