package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Difference;
import vn.motcua.catalogue.Differences;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DraftChange;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.form.Forms;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;

/**
 * The rule for drafts when a service changes: while the version a draft was begun with is in force, the draft ends by it;
 * from the first day of the next one the draft is moved there, with every answer and file that still fits, and the applicant is
 * told what changed and what is missing. Moving is one update on the version that was read, together with the message and with what signatures are worth.
 */
@Component
class DraftRebasing {

	private static final int MOST_NAMED = 8;

	private static final int MOST_CHANGES = 100;

	private final DraftStore store;

	private final Catalogue catalogue;

	private final Forms forms;

	private final DraftSignatures signatures;

	private final Notifications notifications;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DraftRebasing(DraftStore store, Catalogue catalogue, Forms forms, DraftSignatures signatures, Notifications notifications, TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.catalogue = catalogue;
		this.forms = forms;
		this.signatures = signatures;
		this.notifications = notifications;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** The draft on the version in force; as it is when it was sent or the service is closed. */
	Draft current(Draft draft, UUID account) {
		Optional<ServiceVersion> inForce = draft.submittedAs() != null ? Optional.empty() : inForce(draft.service());
		if (inForce.isEmpty() || inForce.get().id() == draft.serviceVersion()) {
			return draft;
		}
		Draft moved = moved(draft, catalogue.get(draft.serviceVersion()), inForce.get());
		Boolean kept = transaction.execute(_ -> {
			boolean first = store.rebase(moved, account);
			if (first) {
				signatures.voidChanged(moved);
			}
			if (first && moved.change() != null && moved.change().notable()) {
				notifications.send(message(moved, account, inForce.get(), moved.change()));
			}
			return first;
		});
		return Boolean.TRUE.equals(kept) ? moved : store.find(draft.id(), account).orElse(draft);
	}

	/** Whether drafts on this version have to move. */
	boolean stale(String service, long version) {
		return inForce(service).filter(present -> present.id() != version).isPresent();
	}

	/** Tells the applicant that the service ends, or has ended, once. */
	void tellAbolition(UUID draft, UUID account, Abolition abolition) {
		LocalizedText name = catalogue.get(abolition.lastVersion()).name();
		transaction.executeWithoutResult(_ -> {
			if (store.toldAbolition(draft, abolition.id())) {
				notifications.send(new Message("draft:" + draft + ":abolition:" + abolition.id(), account, null, null, "dossier.notice.SERVICE_ABOLISHED",
						Map.of("service", name.vi(), "serviceEn", name.en(), "from", date(abolition.from()), "number", abolition.decision().number()), "/ho-so/nhap/" + draft));
			}
		});
	}

	private Draft moved(Draft draft, ServiceVersion from, ServiceVersion to) {
		DraftFit.Fitted fitted = new DraftFit(forms, forms.of(from), forms.of(to), today()).fit(draft.answers());
		Set<String> components = to.components().stream().map(ServiceVersion.Component::id).collect(Collectors.toSet());
		List<AttachedFile> kept = draft.files().stream().filter(file -> components.contains(file.componentId())).toList();
		List<String> gone = draft.files().stream().filter(file -> !components.contains(file.componentId())).map(AttachedFile::name).toList();
		List<DraftChange.Difference> changes = Differences.between(from, to).stream()
			.filter(change -> change.area().concernsApplicants() && change.area() != Difference.Area.RECORD).limit(MOST_CHANGES)
			.map(change -> new DraftChange.Difference(change.area().name(), change.what(), change.before(), change.after())).toList();
		List<LocalizedText> missing = new ArrayList<>(fitted.missing());
		newPapers(draft, from, to, fitted).forEach(missing::add);
		DraftChange change = new DraftChange(from.version(), to.version(), StepRecorder.moment(clock), changes, fitted.dropped(), gone, missing);
		return draft.rebased(to.id(), fitted.answers(), kept, change);
	}

	/** Papers that the answers need now and did not need before. */
	private Stream<LocalizedText> newPapers(Draft draft, ServiceVersion from, ServiceVersion to, DraftFit.Fitted fitted) {
		Set<String> before = required(from, draft.answers());
		return to.components().stream().filter(component -> required(to, fitted.answers()).contains(component.id()) && !before.contains(component.id())
				&& draft.files().stream().noneMatch(file -> file.componentId().equals(component.id()))).map(ServiceVersion.Component::name);
	}

	private Set<String> required(ServiceVersion service, tools.jackson.databind.node.ObjectNode answers) {
		return catalogue.assess(service, forms.complete(forms.of(service), answers, today()), Channel.ONLINE, today()).components().stream()
			.filter(vn.motcua.catalogue.Assessment.AskedComponent::required).map(asked -> asked.component().id()).collect(Collectors.toSet());
	}

	private static Message message(Draft draft, UUID account, ServiceVersion service, DraftChange change) {
		List<LocalizedText> changed = change.changes().stream().map(DraftRebasing::words).distinct().toList();
		return new Message("draft:" + draft.id() + ":" + service.id(), account, null, null, "dossier.notice.DRAFT_MOVED",
				Map.of("service", service.name().vi(), "serviceEn", service.name().en(), "changes", named(changed, false), "changesEn", named(changed, true), "missing",
						named(change.missing(), false), "missingEn", named(change.missing(), true), "dropped", named(change.dropped(), false), "droppedEn",
						named(change.dropped(), true)),
				"/ho-so/nhap/" + draft.id());
	}

	private static LocalizedText words(DraftChange.Difference one) {
		Difference difference = new Difference(Difference.Area.valueOf(one.kind()), one.what(), one.before(), one.after());
		return new LocalizedText(difference.in(Locale.of("vi")), difference.in(Locale.ENGLISH));
	}

	private static String named(List<LocalizedText> names, boolean english) {
		if (names.isEmpty()) {
			return "–";
		}
		String listed = names.stream().limit(MOST_NAMED).map(name -> english ? name.en() : name.vi()).collect(Collectors.joining("; "));
		return names.size() > MOST_NAMED ? listed + "; …" : listed;
	}

	private Optional<ServiceVersion> inForce(String service) {
		return catalogue.find(new ProcedureCode(service), today()).filter(open -> open.channels().contains(Channel.ONLINE));
	}

	private static String date(LocalDate day) {
		return java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE);
	}

}
