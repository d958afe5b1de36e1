package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;

/** The officer of a regime says on which days it reminds; everybody reads it. */
@MotCuaTest
class ReminderPageTests {

	/** A regime that no other test is reminded under. */
	private static final String PAGE = "/bao-cao/che-do/VPCP.NHIEMVU.THANG/nhac-han";

	@LocalServerPort
	private int port;

	@Test
	void theOwnerSetsTheDaysOnThePage() {
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		assertThat(officer.get("/bao-cao/che-do/VPCP.NHIEMVU.THANG").body()).contains(PAGE);
		var refused = officer.post(PAGE, Map.of("truoc", "2, 2", "sau", "mai, 40"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("href=\"#truoc\"", "href=\"#sau\"", "Nhiều nhất năm ngày khác nhau", "value=\"mai, 40\"");
		assertThat(officer.post(PAGE, Map.of("truoc", "2 5", "sau", "")).statusCode()).isEqualTo(302);
		assertThat(officer.get(PAGE).body()).contains("5, 2 ngày làm việc", "Không nhắc", "Đã lưu");
		assertThat(officer.get("/api/reporting/v1/regimes/VPCP.NHIEMVU.THANG/reminders").body()).isEqualTo("{\"before\":[5,2],\"after\":[]}");
	}

	@Test
	void othersReadThem() {
		Visit clerk = Visit.signedIn(port, "baocao.bacninh");
		assertThat(clerk.get("/bao-cao/che-do/VPCP.KSTTHC.THANG/nhac-han").body()).contains("1, 3 ngày làm việc").doesNotContain("name=\"truoc\"");
		assertThat(clerk.post(PAGE, Map.of("truoc", "1")).statusCode()).isEqualTo(403);
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		assertThat(officer.get("/bao-cao/che-do/BYT.KCB.QUY/nhac-han").body()).doesNotContain("name=\"truoc\"");
		assertThat(officer.post(PAGE, "/bao-cao/che-do/BYT.KCB.QUY/nhac-han", Map.of("truoc", "1")).statusCode()).as("another ministry's").isEqualTo(403);
	}

}
