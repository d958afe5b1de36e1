package vn.motcua.portal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.StandInRegister;
import vn.motcua.Visit;
import vn.motcua.catalogue.Bundles;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Publications;
import vn.motcua.dossier.Drafts;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.site.Page;

/** A telephone number that a register alone decides: shown and not to be changed while it answers, written by hand while it is down. */
@MotCuaTest
class RegisterPagesTests {

	private static final ProcedureCode SERVICE = new ProcedureCode("3.999701");

	private static final String INPUT = "name=\"requester.phone\"";

	@LocalServerPort
	private int port;

	@Autowired
	private StandInRegister register;

	@Autowired
	private Publications publications;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Accounts accounts;

	private Actor hung;

	private UUID draft;

	private String page;

	@BeforeEach
	void aServiceWhoseTelephoneComesFromTheRegister() {
		if (catalogue.find(SERVICE, java.time.LocalDate.now(Page.ZONE)).isEmpty()) {
			publications.publish(Bundles.birth(SERVICE.value(), text -> text.replaceFirst("\"prefill\": \"account.phone\"", "\"prefill\": \"register.stand-in.phone\", \"authority\": true")),
					Actor.platform());
		}
		hung = accounts.actor(accounts.findByLogin("hung").orElseThrow().id());
		drafts.of(hung).forEach(open -> drafts.discard(open.id(), hung));
		register.knows(hung.subject(), Map.of("phone", "0987000111"));
		draft = drafts.open(hung, SERVICE).id();
		page = "/ho-so/nhap/" + draft + "/trang/requester";
	}

	@Test
	void whatTheRegisterDecidesIsShownAndCannotBeChanged() {
		Visit visit = Visit.signedIn(port, "hung");
		assertThat(visit.get(page).body()).contains("0987000111", "Lấy từ Sổ liên lạc quốc gia", "không sửa được ở đây").doesNotContain(INPUT);
		assertThat(visit.get(page + "?lang=en").body()).contains("the national contact register").doesNotContain(INPUT);
		visit.get(page + "?lang=vi");
		visit.post(page, Map.of("requester.relation", "father", "requester.phone", "0911222333", "action", "continue"));
		visit.api("PATCH", "/api/dossier/v1/drafts/" + draft, "{\"answers\": {\"requester\": {\"phone\": \"0911222333\"}}}");
		assertThat(visit.get(page).body()).contains("0987000111").doesNotContain("0911222333");
		assertThat(visit.get("/ho-so/nhap/" + draft + "/ban-nhap.pdf").statusCode()).isEqualTo(200);
		assertThat(drafts.prospect(drafts.get(draft, hung)).assessment()).isNotNull();
	}

	@Test
	void whileTheRegisterIsDownThePersonWritesIt() {
		register.goesDown();
		Visit visit = Visit.signedIn(port, "hung");
		assertThat(visit.get(page).body()).contains(INPUT, "Sổ liên lạc quốc gia hiện không trả lời. Bạn hãy tự điền");
		assertThat(visit.get(page + "?lang=en").body()).contains(INPUT, "the national contact register");
		visit.get(page + "?lang=vi");
		visit.post(page, Map.of("requester.relation", "father", "requester.phone", "0911222333", "action", "continue"));
		assertThat(drafts.get(draft, hung).answers().at("/requester/phone").asString("")).isEqualTo("0911222333");
		assertThat(visit.get("/ho-so/nhap/" + draft + "/kiem-tra").body()).contains("0911222333");
	}

}
