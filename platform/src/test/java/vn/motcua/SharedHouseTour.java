package vn.motcua;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.BeanFactory;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.PageTour.Stop;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.SharedHouse;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;

/** Pages of those who fill in a part of somebody else's application: co-owners of a house, and the department that inspects it. */
final class SharedHouseTour {

	private static final String BUILDER = "minh";

	private static final String CO_OWNER = "lan";

	private static final String DEPARTMENT = "chuyenvien.hanoi/xay-dung";

	private final Accounts accounts;

	private final Drafts drafts;

	private final Dossiers dossiers;

	private final Files files;

	private final Function<String, Visit> visits;

	private final List<Stop> stops = new ArrayList<>();

	SharedHouseTour(BeanFactory program, Function<String, Visit> visits) {
		this.accounts = program.getBean(Accounts.class);
		this.drafts = program.getBean(Drafts.class);
		this.dossiers = program.getBean(Dossiers.class);
		this.files = program.getBean(Files.class);
		this.visits = visits;
	}

	List<Stop> stops() {
		signing();
		inspecting();
		return stops;
	}

	private void signing() {
		UUID draft = drafts.open(actor(BUILDER), SharedHouse.CODE, SharedHouse.answers()).id();
		String signers = "/ho-so/nhap/" + draft + "/nguoi-ky";
		String taken = invited(signers, 0);
		String waiting = invited(signers, 1);
		stops.add(new Stop("/ho-so/nhap/{id}/nguoi-ky", BUILDER, signers));
		stops.add(new Stop("/ky/{token}", "hung", waiting));
		Visit coOwner = visits.apply(CO_OWNER);
		String part = coOwner.post(taken, Map.of()).headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
		coOwner.post(part + "/trang/consent", Map.of("co_owners.0.name", "Nguyễn Thị Lan", "co_owners.0.personal_number", "001192004381", "co_owners.0.agrees", "true"));
		stops.add(new Stop("/phan-ky/{id}", CO_OWNER, part));
		stops.add(new Stop("/phan-ky/{id}/trang/{pageId}", CO_OWNER, part + "/trang/consent"));
		stops.add(new Stop("/phan-ky/{id}/ky", CO_OWNER, part + "/ky"));
	}

	private String invited(String signers, int place) {
		visits.apply(BUILDER).post(signers, Map.of("role", "co_owner", "place", String.valueOf(place), "co_owner-" + place + "-name", "Đồng sở hữu"));
		Matcher link = Pattern.compile("value=\"http[^\"]*(/ky/[\\w-]{43})\"").matcher(visits.apply(BUILDER).get(signers).body());
		if (!link.find()) {
			throw new AssertionError("no link for the co-owner");
		}
		return link.group(1);
	}

	private void inspecting() {
		ObjectNode answers = SharedHouse.answers();
		((ObjectNode) answers.get("site")).put("shared", false).remove("co_owner_count");
		Actor builder = actor(BUILDER);
		UUID draft = drafts.open(builder, SharedHouse.CODE, answers).id();
		for (String component : List.of("land-certificate", "drawings")) {
			drafts.attach(draft, builder, component, files.store(new ByteArrayInputStream(BirthRegistration.PDF), component + ".pdf", Files.Acceptance.ANY));
		}
		DossierCode code = drafts.submit(draft, builder).code();
		AgencyId agency = dossiers.find(code).orElseThrow().summary().agency();
		dossiers.record(code, new DossierStep.Accept(null), accounts.actor(accounts.findByLogin("motcua.hanoi").orElseThrow().id(), agency));
		visits.apply(DEPARTMENT).post("/mot-cua", "/tai-khoan/co-quan", Map.of("co-quan", String.valueOf(agency.value())));
		stops.add(new Stop("/mot-cua/ho-so/{code}/phan-co-quan/{pageId}", DEPARTMENT, "/mot-cua/ho-so/" + code + "/phan-co-quan/inspection"));
	}

	private Actor actor(String login) {
		return accounts.actor(accounts.findByLogin(login).orElseThrow().id());
	}

}
