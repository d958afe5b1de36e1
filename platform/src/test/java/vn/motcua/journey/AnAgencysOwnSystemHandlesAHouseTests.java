package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.site.Page;

/** Lê Quang Minh builds in Bắc Ninh, where the department works in a one-stop system of its own; he sees one timeline. */
@MotCuaTest
class AnAgencysOwnSystemHandlesAHouseTests {

	private static final String SERVICE = "1.009974";

	@LocalServerPort
	private int port;

	@Autowired
	private Agencies agencies;

	@ParameterizedTest
	@EnumSource(value = Look.class, names = { "PHONE_VIETNAMESE", "DESKTOP_ENGLISH" })
	void theBuilderFollowsOneTimeline(Look look) throws Exception {
		AgencySystem system = AgencySystem.bacNinh(port);
		try (Person minh = new Person(port, look)) {
			minh.signIn("minh", "/dich-vu/" + SERVICE + "/bat-dau").click("main form button.govuk-button").click("a.govuk-button");
			AHouseNeedsOneMoreDrawingTests.answer(minh, bacNinh());
			String code = BirthRegistration.send(minh);
			JsonNode submission = system.inbox(code).getFirst();
			assertThat(submission.at("/answers/building/storeys").toString()).contains("3");
			assertThat(submission.get("files").size()).isEqualTo(2);
			for (JsonNode file : submission.get("files")) {
				assertThat(system.gets(file.get("url").asString()).statusCode()).isEqualTo(200);
			}
			String own = "BN-" + look.ordinal() + "-" + code.substring(code.length() - 4) + "-" + Instant.now().getEpochSecond();
			acknowledge(system, submission, own);
			assertThat(system.lines(line(code, 1, 2, ",\"officer\":\"Nguyễn Văn Trọng\""),
					line(code, 2, 5, ",\"note\":\"Chưa đủ bản vẽ\",\"supplement\":{\"items\":[{\"component\":\"drawings\",\"what\":\"Mặt cắt móng tỷ lệ 1/50\"}]}"))).containsOnly("applied");
			minh.open("/ho-so/" + code).picture("own-system-asks-" + look);
			assertThat(minh.words()).contains("Mặt cắt móng tỷ lệ 1/50", own);
			minh.click("a.govuk-button[href$='/bo-sung']").upload("file-0", "mong.pdf", Person.PDF).click("button[name=action][value=upload]")
				.click("button[name=action][value=send]");
			JsonNode answer = system.inbox(code).getFirst();
			assertThat(answer.get("kind").asString()).isEqualTo("supplement");
			assertThat(answer.at("/files/0/name").asString()).isEqualTo("mong.pdf");
			acknowledge(system, answer, own);
			finish(system, code);
			minh.open("/ho-so/" + code).picture("own-system-result-" + look);
			assertThat(minh.words()).contains("12/GPXD");
			assertThat(minh.page().locator(".mc-timeline__item").count()).isEqualTo(7);
			assertThat(minh.page().locator("a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("giay-phep.pdf")).count()).isOne();
			minh.open("/tra-cuu?ma=" + own);
			assertThat(minh.words()).contains(code);
			minh.open("/tai-khoan/nhat-ky");
			assertThat(minh.words()).contains("Hệ thống một cửa Bắc Ninh");
		}
	}

	private static void finish(AgencySystem system, String code) throws Exception {
		String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Person.PDF));
		assertThat(system.put("/api/sync/v1/files/" + sha256 + "?name=giay-phep.pdf", Person.PDF).statusCode()).isEqualTo(200);
		assertThat(system.lines(line(code, 3, 4, ",\"note\":\"Thẩm định bản vẽ\""),
				line(code, 4, 9, ",\"results\":[{\"name\":\"Giấy phép\",\"number\":\"12/GPXD\",\"files\":[{\"name\":\"giay-phep.pdf\",\"sha256\":\"" + sha256 + "\"}]}]"),
				line(code, 5, 10, ""))).containsOnly("applied");
	}

	private static void acknowledge(AgencySystem system, JsonNode entry, String own) {
		assertThat(system.post("/api/sync/v1/inbox/" + entry.get("id").asString() + "/ack", "{\"code\":\"" + own + "\"}", "Content-Type", "application/json").statusCode())
			.isEqualTo(204);
	}

	private static String line(String code, int seq, int status, String more) {
		String agency = code.substring(0, code.lastIndexOf('-', code.lastIndexOf('-') - 1));
		return "{\"agency\":\"%s\",\"code\":\"%s\",\"procedure\":\"%s\",\"seq\":%d,\"status\":%d,\"at\":\"%s\"%s}".formatted(agency, code, SERVICE, seq, status, Instant.now(), more);
	}

	private String bacNinh() {
		LocalDate then = LocalDate.of(2020, 8, 19);
		Agency before = agencies.findByCode(Agency.Level.PROVINCE, "27", then).orElseThrow();
		return agencies.answering(before.id(), LocalDate.now(Page.ZONE)).getFirst().code();
	}

}
