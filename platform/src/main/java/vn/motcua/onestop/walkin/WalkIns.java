package vn.motcua.onestop.walkin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.ServiceFinder;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierStep.SuppliedFile;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.WalkIn;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormPart;
import vn.motcua.form.Forms;
import vn.motcua.form.Known;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.walkin.WalkInDraft.Person;
import vn.motcua.site.Page;

/** Enters dossiers at the desk: by the same form and the same rules as online, accepted at once. Decree 61/2018/NĐ-CP art. 17. */
@Component
class WalkIns {

	private final WalkInStore store;

	private final Catalogue catalogue;

	private final ServiceFinder finder;

	private final Offers offers;

	private final Forms forms;

	private final Dossiers dossiers;

	private final OfficerDesk desk;

	private final Files files;

	private final Clock clock;

	WalkIns(WalkInStore store, Catalogue catalogue, ServiceFinder finder, Offers offers, Forms forms, Dossiers dossiers, OfficerDesk desk, Files files, Clock clock) {
		this.store = store;
		this.catalogue = catalogue;
		this.finder = finder;
		this.offers = offers;
		this.forms = forms;
		this.dossiers = dossiers;
		this.desk = desk;
		this.files = files;
		this.clock = clock;
	}

	WalkInDraft get(UUID id, Actor officer) {
		return store.find(id, officer).orElseThrow(() -> new ProblemException(DossierProblem.DRAFT_NOT_FOUND));
	}

	ServiceVersion service(WalkInDraft draft) {
		return catalogue.get(draft.serviceVersion());
	}

	FormDefinition form(WalkInDraft draft) {
		return forms.of(service(draft));
	}

	LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), Page.ZONE);
	}

	/** Services that people may bring to a desk; by name, or by what was typed. */
	List<ServiceVersion> services(String typed) {
		List<ServiceVersion> found = typed.isBlank() ? catalogue.all(today()) : finder.find(typed, 20).services();
		return found.stream().filter(service -> service.channels().contains(Channel.DESK)).limit(100).toList();
	}

	WalkInDraft applicant(WalkInDraft draft, Person person, Channel channel, Actor officer) {
		Map<String, String> known = new HashMap<>(Map.of("account.name", person.name()));
		put(known, "account.personal_number", person.subject());
		put(known, "account.phone", person.phone());
		put(known, "account.email", person.email());
		ObjectNode answers = forms.prefill(form(draft), FormPart.OF_APPLICANT, draft.answers(), Known.of(known));
		return store.save(new WalkInDraft(draft.id(), draft.serviceVersion(), channel, person, answers, draft.files(), draft.papers(), null, draft.savedAt()), officer);
	}

	WalkInDraft answer(WalkInDraft draft, String pageId, Map<String, String[]> posted, Actor officer) {
		ObjectNode answers = merged(draft.answers(), forms.read(form(draft), pageId, posted, draft.answers()));
		return store.save(new WalkInDraft(draft.id(), draft.serviceVersion(), draft.channel(), draft.person(), answers, draft.files(), draft.papers(), null,
				draft.savedAt()), officer);
	}

	WalkInDraft papers(WalkInDraft draft, List<String> papers, List<SuppliedFile> added, Actor officer) {
		List<SuppliedFile> all = new ArrayList<>(draft.files());
		all.addAll(added);
		return store.save(new WalkInDraft(draft.id(), draft.serviceVersion(), draft.channel(), draft.person(), draft.answers(), List.copyOf(all), List.copyOf(papers),
				null, draft.savedAt()), officer);
	}

	/** By the terms of the officer's agency. */
	Assessment assess(WalkInDraft draft, Actor officer) {
		Offer offer = officer.agency() == null ? null : offers.find(service(draft).code(), officer.agency(), today()).orElse(null);
		return catalogue.assess(service(draft), forms.complete(form(draft), draft.answers(), today()), draft.channel(), today(), offer);
	}

	/** What was scanned, by component. */
	Map<String, List<StoredFile>> files(WalkInDraft draft) {
		Map<UUID, StoredFile> stored = files.get(draft.files().stream().map(SuppliedFile::file).toList());
		Map<String, List<StoredFile>> byComponent = new HashMap<>();
		draft.files().stream().filter(file -> stored.containsKey(file.file()))
			.forEach(file -> byComponent.computeIfAbsent(file.componentId(), id -> new ArrayList<>()).add(stored.get(file.file())));
		return byComponent;
	}

	List<FieldProblem> problems(WalkInDraft draft) {
		return forms.check(form(draft), draft.answers(), today());
	}

	/** Turns it into a dossier, once, takes the fee when it was paid at once, and accepts it. Repeated, it answers the same dossier. */
	DossierCode enter(WalkInDraft draft, boolean paid, Actor officer) {
		if (draft.enteredAs() != null) {
			return draft.enteredAs();
		}
		Person person = draft.person();
		WalkIn.Applicant applicant = new WalkIn.Applicant(person.name(), blankToNull(person.subject()), null, blankToNull(person.phone()), blankToNull(person.email()));
		DossierCode code = dossiers.enter(officer, new WalkIn(draft.id().toString(), service(draft).code(), draft.channel(), applicant,
				forms.complete(form(draft), draft.answers(), today()), draft.files(), draft.papers())).code();
		if (paid && officer.may(Permission.FEE_COLLECT) && unpaid(code)) {
			desk.act(code, new DeskAct.TakeFee("tien-mat"), officer);
		}
		if (desk.allowed(dossiers.find(code).orElseThrow(), desk.open(code), officer).contains(DeskAct.Kind.ACCEPT)) {
			desk.act(code, new DeskAct.Accept(null), officer);
		}
		store.entered(draft, officer, code);
		return code;
	}

	private boolean unpaid(DossierCode code) {
		return dossiers.find(code).filter(dossier -> dossier.feesVnd() > dossier.paidVnd()).isPresent();
	}

	private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
		ObjectNode merged = target.deepCopy();
		patch.properties().forEach(member -> {
			JsonNode value = member.getValue();
			if (value.isNull()) {
				merged.remove(member.getKey());
			}
			else if (value instanceof ObjectNode inner) {
				merged.set(member.getKey(), merged(merged.get(member.getKey()) instanceof ObjectNode before ? before : inner.objectNode(), inner));
			}
			else {
				merged.set(member.getKey(), value);
			}
		});
		return merged;
	}

	private static void put(Map<String, String> known, String name, String value) {
		if (!value.isBlank()) {
			known.put(name, value);
		}
	}

	private static @org.jspecify.annotations.Nullable String blankToNull(String value) {
		return value.isBlank() ? null : value;
	}

}
