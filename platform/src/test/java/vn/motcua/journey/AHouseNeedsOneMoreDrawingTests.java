package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.MotCuaTest;
import vn.motcua.site.Page;

/** Lê Quang Minh builds a house; the department of construction needs one more drawing, and the clock stands until he sends it. */
@MotCuaTest
class AHouseNeedsOneMoreDrawingTests {

	private static final String SERVICE = "/dich-vu/1.009974";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@EnumSource(Look.class)
	void theBuilderAnswersASupplement(Look look) {
		story(port, look);
	}

	static void story(int port, Look look) {
		try (Person minh = new Person(port, look)) {
			minh.signIn("minh", SERVICE + "/bat-dau").click("main form button.govuk-button").click("a.govuk-button");
			answer(minh, "01");
			String code = BirthRegistration.send(minh);
			Desk.accept(port, "motcua.hanoi", code, look);
			Desk.askSupplement(port, "chuyenvien.hanoi", code, look, "drawings", "Mặt cắt móng tỷ lệ 1/50");
			minh.open("/ho-so/" + code).picture("supplement-asked-" + look);
			assertThat(minh.words()).contains("Mặt cắt móng tỷ lệ 1/50");
			minh.click("a.govuk-button[href$='/bo-sung']").click("button[name=action][value=send]");
			assertThat(minh.page().locator(".govuk-error-summary").count()).as("nothing was uploaded yet").isEqualTo(1);
			minh.upload("file-0", "mong.pdf", Person.PDF).click("button[name=action][value=upload]").click("button[name=action][value=send]");
			assertThat(minh.page().url()).endsWith("/ho-so/" + code);
			assertThat(minh.page().locator(".mc-timeline__item").count()).isGreaterThan(3);
		}
	}

	/** A house of three storeys in the first commune of a province. */
	static void answer(Person minh, String province) {
		LocalDate today = LocalDate.now(Page.ZONE);
		minh.fill("owner", () -> minh.choose("owner.kind", "individual"));
		minh.fill("site", () -> minh.address("site.place", province, "Số 12, phố chính").text("site.plot", "Thửa 12, tờ 3").text("site.area_m2", "90")
			.text("site.certificate", "CH 012345").date("site.issued_on", today.minusYears(3))
			.upload("files.land-certificate", "so-do.pdf", Person.PDF));
		minh.fill("work", () -> minh.choose("work.kind", "house").choose("work.house_reason", "main-street").choose("work.protected", "false")
			.choose("work.adjoining", "false"));
		minh.fill("building", () -> minh.text("building.storeys", "3").text("building.basements", "0").text("building.height_m", "11")
			.text("building.footprint_m2", "70"));
		minh.fill("floors", () -> minh.text("floors.0.name", "Tầng 1").text("floors.0.area_m2", "70").text("floors.1.name", "Tầng 2")
			.text("floors.1.area_m2", "70").text("floors.2.name", "Tầng 3").text("floors.2.area_m2", "70"));
		minh.fill("design", () -> minh.text("design.by", "Công ty Kiến trúc Sông Hồng").text("design.certificate", "HN-00012")
			.upload("files.drawings", "ban-ve.pdf", Person.PDF));
		minh.fill("schedule", () -> minh.date("schedule.start", today.plusMonths(2)).text("schedule.months", "8"));
	}

}
