package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.ReportCourse;
import vn.motcua.site.Page;

/**
 * The clerk of Kinh Bắc ward fills and sends the procedure-control report; Bắc Ninh returns it with a reason, the ward mends it, Bắc Ninh aggregates, signs and sends; the
 * centre accepts and opens a figure down to the ward.
 */
@MotCuaTest
class AWardsReportReachesTheCentreTests {

	/** Periods of this story's own. */
	private static final int FIRST_PERIOD = 9;

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@ParameterizedTest
	@EnumSource(Look.class)
	void figuresGoUpAndBackAndUpAgain(Look look) {
		ReportCourse course = new ReportCourse(program);
		Opening period = course.period(FIRST_PERIOD + look.ordinal());
		ReportAddress ward = course.report(period, course.actor("baocao.kinhbac"));
		ReportAddress province = course.report(period, course.actor("baocao.bacninh"));
		String wardPage = "/bao-cao/theo-doi/" + ward.path();
		String provincePage = "/bao-cao/theo-doi/" + province.path();

		fill(ward, "baocao.kinhbac", 12);
		act("baocao.kinhbac", wardPage, "kiem-tra", look);
		act("lanhdao.kinhbac", wardPage, "ky-duyet", look);
		act("baocao.kinhbac", wardPage, "gui", look);
		try (Person bacNinh = new Person(port, look)) {
			bacNinh.signIn("baocao.bacninh", "/bao-cao").open("/bao-cao/den").open(wardPage).click(".mc-actions a[href*='viec=tra-lai']");
			bacNinh.text("ly-do", "Số hồ sơ trực tuyến chưa khớp.").date("han", LocalDate.now(Page.ZONE).plusDays(5)).picture("report-return-" + look)
				.click("#viec form button[type=submit]");
			assertThat(bacNinh.words()).contains("Số hồ sơ trực tuyến chưa khớp.");
		}
		fill(ward, "baocao.kinhbac", 14);
		act("baocao.kinhbac", wardPage, "kiem-tra", look);
		act("lanhdao.kinhbac", wardPage, "ky-duyet", look);
		act("baocao.kinhbac", wardPage, "gui", look);
		try (Person bacNinh = new Person(port, look)) {
			String gather = "/bao-cao/tong-hop/" + province.path();
			bacNinh.signIn("baocao.bacninh", "/bao-cao/cap-duoi").open(gather).picture("report-gather-" + look);
			bacNinh.page().locator("input[name=don-vi][value='" + ward.agency().id() + "']").check();
			bacNinh.click("main form[action$='/chap-nhan'] .mc-actions button").picture("report-outcomes-" + look);
			bacNinh.open(gather).click("form[action$='/tong-hop'] button");
		}
		fill(province, "baocao.bacninh", 3);
		act("baocao.bacninh", provincePage, "kiem-tra", look);
		act("lanhdao.bacninh", provincePage, "ky-duyet", look);
		act("baocao.bacninh", provincePage, "gui", look);
		try (Person centre = new Person(port, look)) {
			centre.signIn("baocao.vpcp", "/bao-cao/den").open(provincePage).picture("report-centre-" + look).click(".mc-actions form[action$='/chap-nhan'] button");
			centre.click("main a[href^='/bao-cao/tong-hop/']").click("main a[href='" + wardPage + "']").picture("report-ward-" + look);
			assertThat(centre.words()).as("who signed what in the ward").contains("Đào Văn Lâm", "14");
			assertThat(centre.page().locator(".mc-timeline__item").count()).as("opened, drafted, checked, signed, sent, returned and again, accepted, aggregated").isEqualTo(12);
		}
	}

	private void act(String login, String report, String act, Look look) {
		try (Person person = new Person(port, look)) {
			person.signIn(login, report).picture("report-" + act + "-" + look).click(".mc-actions form[action$='/" + act + "'] button");
			assertThat(person.page().locator(".mc-flash--success").count()).as(login + " " + act + ": " + person.words()).isEqualTo(1);
		}
	}

	private void fill(ReportAddress report, String login, int amount) {
		ReportCourse course = new ReportCourse(program);
		course.fill(report, course.actor(login), amount);
	}

}
