package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.site.Page;

/** The demonstration shows how a ministry and provinces offer national procedures. */
@MotCuaTest
class DemoOffersTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Offers offers;

	@Autowired
	private Agencies agencies;

	@Test
	void provincesAndAMinistryOffer() {
		LocalDate today = LocalDate.now(Page.ZONE);
		for (String province : new String[] { "01", "24", "79", "48" }) {
			assertThat(offers.at(agencies.findByCode(Agency.Level.PROVINCE, province, today).orElseThrow().id(), today, Limit.of(50), null).items()).as(province).isNotEmpty();
		}
		assertThat(offers.of(new ProcedureCode("1.001419"), today, Limit.of(50), null).items()).isNotEmpty();
		assertThat(new Visit(port).get("/dich-vu/1.001193").body()).contains("1.001193.000.00.00.H05", "Kinh Bắc", "6.000 đồng");
		assertThat(new Visit(port).get("/dich-vu/1.001193?lang=en").body()).contains("Bắc Ninh");
		assertThat(Visit.signedIn(port, "kstthc.hanoi").get("/quan-tri/cung-cap?q=xây+dựng".replace("xây+dựng", "x%C3%A2y+d%E1%BB%B1ng")).body()).contains("1.009974.000.00.00.H26", "Võ Chí Công");
	}

}
