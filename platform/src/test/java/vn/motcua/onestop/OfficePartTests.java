package vn.motcua.onestop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.Browser;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.OpenDrafts;
import vn.motcua.dossier.SharedHouse;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.onestop.domain.OfficeAnswers;

/** The part of a form that is for the office: officers of the agency fill it in while they handle the dossier, nobody else sees it. */
@MotCuaTest
class OfficePartTests {

	@LocalServerPort
	private int port;

	@Autowired
	private BeanFactory program;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Files files;

	@Autowired
	private OfficeAnswers office;

	@Autowired
	private JdbcClient jdbc;

	private DossierCode code;

	private String dossier;

	private String inspection;

	@BeforeEach
	void aHouseIsAskedFor() {
		Actor minh = actor("minh");
		OpenDrafts.discard(program, minh);
		ObjectNode answers = SharedHouse.answers();
		((ObjectNode) answers.get("site")).put("shared", false).remove("co_owner_count");
		UUID draft = drafts.open(minh, SharedHouse.CODE, answers).id();
		for (String component : new String[] { "land-certificate", "drawings" }) {
			drafts.attach(draft, minh, component, files.store(new ByteArrayInputStream(BirthRegistration.PDF), component + ".pdf", Files.Acceptance.ANY));
		}
		code = drafts.submit(draft, minh).code();
		dossier = "/mot-cua/ho-so/" + code;
		inspection = dossier + "/phan-co-quan/inspection";
	}

	@Test
	void officersFillItInWhileTheyHandleTheDossier() {
		Visit specialist = Visit.signedIn(port, "chuyenvien.hanoi");
		specialist.post("/mot-cua", "/tai-khoan/co-quan", Map.of("co-quan", String.valueOf(agency().value())));
		assertThat(specialist.get(inspection).statusCode()).as("not accepted yet").isEqualTo(404);
		dossiers.record(code, new DossierStep.Accept(null), receiver());
		assertThat(specialist.get(dossier + "?muc-dich=xu-ly").body()).contains("Phần dành cho cơ quan", inspection);
		HttpResponse<String> refused = specialist.post(inspection, Map.of("inspection.on-day", "31", "inspection.on-month", "2", "inspection.on-year", "2026"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("govuk-error-summary", "href=\"#inspection-boundary\"");
		assertThat(specialist.post(inspection, Map.of("inspection.on-day", "20", "inspection.on-month", "8", "inspection.on-year", "2020", "inspection.boundary",
				"as-certificate", "inspection.finding", "Đất trống", "phien-ban", "1")).statusCode()).isEqualTo(302);
		assertThat(specialist.get(dossier + "?muc-dich=xu-ly").body()).contains("Đất trống", "Đúng giấy chứng nhận");
		assertThat(office.together(dossiers.find(code).orElseThrow()).at("/inspection/finding").asString("")).isEqualTo("Đất trống");
		assertThat(Visit.signedIn(port, "minh").get("/ho-so/" + code).body()).doesNotContain("Đất trống", "Đúng giấy chứng nhận", "phan-co-quan");
		assertThat(Visit.signedIn(port, "minh").get(inspection).statusCode()).isEqualTo(403);
		assertThat(Visit.signedIn(port, "canbo.hoankiem").get(inspection).statusCode()).as("another agency").isEqualTo(404);
	}

	@Test
	void whatAnotherOfficerSavedMeanwhileIsNotOverwritten() {
		dossiers.record(code, new DossierStep.Accept(null), receiver());
		Visit specialist = Visit.signedIn(port, "chuyenvien.hanoi");
		specialist.post("/mot-cua", "/tai-khoan/co-quan", Map.of("co-quan", String.valueOf(agency().value())));
		assertThat(specialist.get(inspection).body()).contains("name=\"phien-ban\" value=\"0\"");
		assertThat(specialist.post(inspection, found("Đất trống", 0)).statusCode()).isEqualTo(302);
		assertThat(jdbc.sql("select xmin::text from onestop.office_answers where dossier_code = :code").param("code", code.value()).query(String.class).list())
			.as("kept and recorded in one transaction").isEqualTo(recorded());
		assertThat(specialist.post(inspection, found("Đất trống", 0)).statusCode()).as("the same again").isEqualTo(302);
		HttpResponse<String> late = specialist.post(inspection, found("Có nhà cấp bốn", 0));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Có nhà cấp bốn", "chưa được lưu", "Xem bản vừa lưu", "name=\"phien-ban\" value=\"1\"");
		assertThat(finding()).isEqualTo("Đất trống");
		assertThat(recorded()).as("only what was changed").hasSize(1);
		assertThat(specialist.post(inspection, found("Có nhà cấp bốn", 1)).statusCode()).isEqualTo(302);
		assertThat(finding()).isEqualTo("Có nhà cấp bốn");
	}

	private static Map<String, String> found(String finding, int version) {
		return Map.of("inspection.on-day", "20", "inspection.on-month", "8", "inspection.on-year", "2020", "inspection.boundary", "as-certificate", "inspection.finding", finding,
				"phien-ban", String.valueOf(version));
	}

	private String finding() {
		return office.together(dossiers.find(code).orElseThrow()).at("/inspection/finding").asString("");
	}

	/** The transactions that recorded a change of the office's part. */
	private List<String> recorded() {
		return jdbc.sql("select xmin::text from audit.access where object = :code and purpose = 'onestop.purpose.office'").param("code", code.value()).query(String.class).list();
	}

	@Test
	void itsPageIsAccessible() {
		dossiers.record(code, new DossierStep.Accept(null), receiver());
		try (Browser browser = Browser.at(port).phone(); Browser wide = Browser.at(port).inEnglish()) {
			for (Browser each : new Browser[] { browser, wide }) {
				each.open("/dang-nhap?tiep=/mot-cua");
				each.page().locator("button[name=ten][value='chuyenvien.hanoi']").click();
				each.page().waitForURL(url -> url.contains("/mot-cua"));
				for (int agency = 0; each.page().locator("form.mc-form").count() == 0; agency++) {
					each.open("/tai-khoan").page().locator("button[name='co-quan']").nth(agency).click();
					each.open(inspection);
				}
				each.checkAccessibility().screenshot("office-" + (each == browser ? "360-vi" : "1280-en"));
			}
		}
	}

	private AgencyId agency() {
		return dossiers.find(code).orElseThrow().summary().agency();
	}

	private Actor receiver() {
		return accounts.actor(accounts.findByLogin("motcua.hanoi").orElseThrow().id(), agency());
	}

	private Actor actor(String login) {
		return accounts.actor(accounts.findByLogin(login).orElseThrow().id());
	}

}
