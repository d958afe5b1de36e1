package vn.motcua.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.identity.SystemPrograms;

/** Both sides look at the inbox of a system; its agency says where it is told. */
@MotCuaTest
class InboxPageTests {

	private static final String PAGE = "/quan-tri/lien-thong/" + SystemPrograms.account("bacninh-demo") + "/hop-den";

	@LocalServerPort
	private int port;

	@Autowired
	private DemoInbox people;

	@Test
	void theAgencySetsAnAddressAndTheCentreOnlyLooks() {
		String code = people.submit("cty.saomai", "gifts").value();
		Visit agency = Visit.signedIn(port, "quantri.bacninh");
		assertThat(agency.get(PAGE).body()).contains(code, "Hồ sơ mới");
		var refused = agency.post(PAGE, PAGE + "/dia-chi", Map.of("diaChi", "http://10.0.0.1/x", "viec", "luu"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("https://", "http://10.0.0.1/x");
		assertThat(agency.post(PAGE, PAGE + "/dia-chi", Map.of("diaChi", "http://127.0.0.1:9/x", "viec", "luu")).body()).contains("whsec_");
		assertThat(agency.get(PAGE).body()).as("once").doesNotContain("whsec_").contains("http://127.0.0.1:9/x");
		assertThat(agency.post(PAGE, PAGE + "/thu", Map.of()).statusCode()).isIn(302, 303);
		assertThat(agency.get(PAGE).body()).contains("Gửi thử");
		Visit centre = Visit.signedIn(port, "quantri");
		assertThat(centre.get(PAGE).body()).contains(code, "http://127.0.0.1:9/x");
		assertThat(centre.post(PAGE, PAGE + "/thu", Map.of()).statusCode()).isEqualTo(403);
		assertThat(agency.post(PAGE, PAGE + "/dia-chi", Map.of("viec", "thoi")).statusCode()).isIn(302, 303);
		assertThat(centre.get(PAGE).body()).doesNotContain("http://127.0.0.1:9/x");
	}

	@Test
	void anotherAgencyFindsNothing() {
		assertThat(Visit.signedIn(port, "quantri.hanoi").get(PAGE).statusCode()).isEqualTo(404);
		assertThat(Visit.signedIn(port, "lan").get(PAGE).statusCode()).isEqualTo(403);
	}

}
