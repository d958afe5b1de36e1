package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
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

	/** Of the people of one story: who comes a second time that day has not signed out. */
	private final Map<String, String> sessions = new HashMap<>();

	@ParameterizedTest
	@EnumSource(Look.class)
	void figuresGoUpAndBackAndUpAgain(Look look) {
		ReportCourse course = new ReportCourse(program);
		Opening period = course.period(FIRST_PERIOD + look.ordinal());
		ReportAddress ward = course.report(period, course.actor("baocao.kinhbac"));
		ReportAddress province = course.report(period, course.actor("baocao.bacninh"));
		String wardPage = "/bao-cao/theo-doi/" + ward.path();
		String provincePage = "/bao-cao/theo-doi/" + province.path();

		theClerkFillsAndSends(ward, 12, look);
		bacNinhReturnsItWithAReason(ward, look);
		theClerkFillsAndSends(ward, 14, look);
		bacNinhAcceptsAndAggregates(ward, province, look);
		fill("baocao.bacninh", province, 3, look);
		act("baocao.bacninh", provincePage, "kiem-tra", look);
		act("lanhdao.bacninh", provincePage, "ky-duyet", look);
		act("baocao.bacninh", provincePage, "gui", look);
		try (Person centre = comes("baocao.vpcp", "/bao-cao/den", look)) {
			centre.open(provincePage).picture("report-centre-" + look).click(".mc-actions form[action$='/chap-nhan'] button");
			centre.click("main a[href^='/bao-cao/tong-hop/']").click("main a[href='" + wardPage + "']").picture("report-ward-" + look);
			assertThat(centre.words()).as("who signed what in the ward").contains("Đào Văn Lâm", "14");
			assertThat(centre.page().locator(".mc-timeline__item").count()).as("opened, drafted, checked, signed, sent, returned and again, accepted, aggregated").isEqualTo(12);
			aFigureOpensDownToTheWard(centre, province, ward, look);
		}
	}

	private void theClerkFillsAndSends(ReportAddress ward, int dossiers, Look look) {
		String page = "/bao-cao/theo-doi/" + ward.path();
		fill("baocao.kinhbac", ward, dossiers, look);
		act("baocao.kinhbac", page, "kiem-tra", look);
		act("lanhdao.kinhbac", page, "ky-duyet", look);
		act("baocao.kinhbac", page, "gui", look);
	}

	private void bacNinhReturnsItWithAReason(ReportAddress ward, Look look) {
		try (Person bacNinh = comes("baocao.bacninh", "/bao-cao", look)) {
			String page = "/bao-cao/theo-doi/" + ward.path();
			bacNinh.open("/bao-cao/den").open(page).click(".mc-actions a[href*='viec=tra-lai']");
			bacNinh.text("ly-do", "Số hồ sơ trực tuyến chưa khớp.").date("han", LocalDate.now(Page.ZONE).plusDays(5)).picture("report-return-" + look)
				.click("#viec form button[type=submit]");
			assertThat(bacNinh.page().locator(".mc-banner").innerText()).as("why, above everything else").contains("Số hồ sơ trực tuyến chưa khớp.");
			assertThat(bacNinh.open("/bao-cao/nhap/" + ward.path()).page().locator(".mc-banner").innerText()).as("and where it is mended").contains("Số hồ sơ trực tuyến chưa khớp.");
		}
	}

	private void bacNinhAcceptsAndAggregates(ReportAddress ward, ReportAddress province, Look look) {
		try (Person bacNinh = comes("baocao.bacninh", "/bao-cao/cap-duoi", look)) {
			String gather = "/bao-cao/tong-hop/" + province.path();
			bacNinh.open(gather).picture("report-gather-" + look);
			bacNinh.page().locator("input[name=don-vi][value='" + ward.agency().id() + "']").check();
			bacNinh.click("main form[action$='/chap-nhan'] .mc-actions button").picture("report-outcomes-" + look);
			bacNinh.open(gather).click("form[action$='/tong-hop'] button");
		}
	}

	/** The number of the country opens to its provinces, that of Bắc Ninh to its wards, the ward's to what was entered. */
	private void aFigureOpensDownToTheWard(Person centre, ReportAddress province, ReportAddress ward, Look look) {
		centre.open("/bao-cao/phan-tich?indicator=TTHC0101&breakdown=LV%3DG15&agency=VN&regime=" + ward.regime().code() + "&from=" + ward.opening().period().code() + "&to="
				+ ward.opening().period().code() + "&periodType=MONTH").click("main table a[href^='/bao-cao/so-lieu/']");
		follow(centre, province.agency());
		assertThat(centre.page().locator(".mc-lines__value").innerText()).as("the ward's and the province's own").startsWith("17");
		follow(centre, ward.agency()).picture("report-figure-" + look);
		assertThat(centre.page().locator(".mc-lines__value").innerText()).startsWith("14");
		assertThat(centre.words()).as("what stood there before, who entered it and why it came back").contains("12", "Nguyễn Thị Hiền", "Số hồ sơ trực tuyến chưa khớp.");
	}

	/** To the figure of a unit below, on whichever part of the list it stands. */
	private static Person follow(Person reader, Agency unit) {
		String row = "main a[href^='/bao-cao/so-lieu/'][href*='/id:" + unit.id() + "?']";
		while (reader.page().locator(row).count() == 0) {
			reader.click("main a[rel=next]");
		}
		return reader.click(row);
	}

	/** At a window of their own; signs in the first time. */
	private Person comes(String login, String path, Look look) {
		Person person = new Person(port, look);
		String session = sessions.get(login);
		if (session != null) {
			return person.comeBack(session, path);
		}
		person.signIn(login, path);
		sessions.put(login, person.session());
		return person;
	}

	private void act(String login, String report, String act, Look look) {
		try (Person person = comes(login, report, look)) {
			person.picture("report-" + act + "-" + look).click(".mc-actions form[action$='/" + act + "'] button");
			assertThat(person.page().locator(".mc-flash--success").count()).as(login + " " + act + ": " + person.words()).isEqualTo(1);
		}
	}

	/** Types the civil-status dossiers that came online and were resolved on time, and how things went, and has the report checked. */
	private void fill(String login, ReportAddress report, int dossiers, Look look) {
		try (Person clerk = comes(login, "/bao-cao/nhap/" + report.path(), look)) {
			ReportCourse.figures(dossiers).forEach((indicator, amount) -> clerk.text("c" + cell(report, indicator), String.valueOf(amount)));
			clerk.text("t.N1", "Đã giải quyết đúng hạn.").click("main button[name=viec][value=kiem-tra]").picture("report-filled-" + look);
			assertThat(clerk.page().locator(".mc-findings .govuk-list li").count()).as(clerk.words()).isZero();
		}
	}

	private int cell(ReportAddress report, String indicator) {
		return program.getBean(Cells.class).find(report.regime().number(), new IndicatorCode(indicator), new Breakdown("LV=G15")).orElseThrow().position();
	}

}
