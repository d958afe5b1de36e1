package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.regime.PackagedRegime;

/** Bắc Giang owed a report and waited for those of its communes when it went into Bắc Ninh on 01/07/2025: both stand on the desk of Bắc Ninh. */
@MotCuaTest
class SuccessorDeskTests {

	private static final RegimeCode CODE = new RegimeCode("THU.KETHUA.TUAN");

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Regimes regimes;

	@Autowired
	private Reports reports;

	@Autowired
	private Agencies agencies;

	@Autowired
	private PeriodOpening opening;

	@Autowired
	private ReportLists lists;

	private Opening week;

	private Agency bacGiang;

	private ReportAddress own;

	private Actor bacNinh;

	@BeforeEach
	void owed() {
		PackagedRegime.load(program, "regimes/byt-btn-tuan.yaml", text -> text.replace("BYT.BTN.TUAN", CODE.value())
			.replace("valid_from: 2020-01-01", "valid_from: 2020-01-01\nvalid_until: 2025-04-01")
			.replace("subjects: [COMMUNE, DISTRICT, PROVINCE]", "subjects: [COMMUNE, PROVINCE]\nprovinces: [\"24\"]"));
		Regime regime = regimes.find(CODE).orElseThrow();
		week = regimes.period(regime.number(), "2025-W10").orElseThrow();
		opening.open(regime, week);
		bacGiang = agencies.findByCode(Level.PROVINCE, "24", week.period().to()).orElseThrow();
		own = new ReportAddress(regime, week, bacGiang);
		bacNinh = new ReportCourse(program).actor("baocao.bacninh");
	}

	@Test
	void whatAMergedProvinceOwesIsItsSuccessorsToSend() {
		assertThat(bacGiang.id()).isNotEqualTo(bacNinh.agency());
		assertThat(agencies.answering(bacGiang.id(), LocalDate.now(vn.motcua.site.Page.ZONE))).extracting(Agency::id).containsExactly(bacNinh.agency());
		assertThat(lists.owed(bacNinh.agency(), false, List.of(), new Limit(200), null).items()).anyMatch(report -> report.row().key().equals(own.key()));
		Visit clerk = Visit.signedIn(port, "baocao.bacninh");
		assertThat(clerk.get("/bao-cao").body()).as("with the name of the province it is of").contains(">Tỉnh Bắc Giang<");
		String page = "/bao-cao/nhap/" + own.path();
		assertThat(clerk.get(page).body()).contains("id=\"sheet\"");
	}

	@Test
	void whatWasOwedToAMergedProvinceIsGatheredByItsSuccessor() {
		Agency commune = agencies.children(agencies.children(bacGiang.id(), Level.DISTRICT, week.period().to()).getFirst().id(), Level.COMMUNE, week.period().to()).getFirst();
		String gather = lists.gatherHref(own.regime(), week, bacGiang.id());
		Visit clerk = Visit.signedIn(port, "baocao.bacninh");
		assertThat(clerk.get(gather).body()).contains(commune.name().vi(), "name=\"don-vi\"");
		assertThat(clerk.post(gather, gather + "/nhac?don-vi=" + commune.id(), Map.of()).body()).contains("Đã làm 1 trên 1");
		assertThat(reports.steps(new ReportAddress(own.regime(), week, commune).key())).extracting(Reports.Step::kind).containsExactly("OPEN", "REMIND");
		Visit elsewhere = Visit.signedIn(port, "baocao.kinhbac");
		assertThat(elsewhere.get(gather).body()).doesNotContain("name=\"don-vi\"");
	}

}
