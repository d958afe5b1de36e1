package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStep;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.DossierCode;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;

/**
 * Tells applicants in plain words what happened to their dossiers: a reader of the ledger like any other, so that a step
 * never waits for it and nothing is told of what was not recorded. Each event is told once.
 */
@Component
class ApplicantNotices {

	private static final Set<Type> TOLD = EnumSet.of(Type.SUBMITTED, Type.ACCEPTED, Type.REFUSED, Type.SUPPLEMENT_REQUESTED, Type.PAYMENT_REQUESTED,
			Type.STOPPED, Type.COMPLETED, Type.RETURNED, Type.RESCHEDULED, Type.CORRECTED, Type.RESULT_REVOKED);

	/** Nobody is told today what happened long ago: history that is loaded stays silent. */
	private static final Duration NEWS = Duration.ofDays(3);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ProcessingDeadline.ZONE);

	private final LedgerStore store;

	private final DossierViews views;

	private final Notifications notifications;

	private final Accounts accounts;

	private final Clock clock;

	ApplicantNotices(LedgerStore store, DossierViews views, Notifications notifications, Accounts accounts, Clock clock) {
		this.store = store;
		this.views = views;
		this.notifications = notifications;
		this.accounts = accounts;
		this.clock = clock;
	}

	void tell(List<DossierEvent> events) {
		Instant oldest = clock.instant().minus(NEWS);
		List<DossierEvent> news = events.stream().filter(event -> TOLD.contains(event.type()) && event.at().isAfter(oldest) && !Synced.late(event)).toList();
		if (news.isEmpty()) {
			return;
		}
		Map<DossierCode, DossierState> states = store.find(news.stream().map(DossierEvent::code).collect(Collectors.toSet()));
		Map<UUID, String> languages = accounts.languages(states.values().stream().map(state -> state.origin().applicant().account()).filter(Objects::nonNull)
			.collect(Collectors.toSet()));
		notifications.send(news.stream().map(event -> message(event, states.get(event.code()), languages)).filter(Objects::nonNull).toList());
	}

	private @Nullable Message message(DossierEvent event, @Nullable DossierState state, Map<UUID, String> languages) {
		if (state == null) {
			return null;
		}
		DossierState.Applicant applicant = state.origin().applicant();
		String phone = event.type() == Type.SUBMITTED ? null : applicant.phone();
		return new Message("dossier:" + event.code() + ":" + event.seq(), applicant.account(), phone, applicant.email(),
				"dossier.notice." + template(event), values(event, state), "/ho-so/" + event.code(),
				applicant.account() == null ? Message.VIETNAMESE : languages.getOrDefault(applicant.account(), Message.VIETNAMESE));
	}

	private static String template(DossierEvent event) {
		boolean declined = event.type() == Type.COMPLETED && !event.detail().path("granted").asBoolean(true);
		return declined ? "DECLINED" : event.type().name();
	}

	private Map<String, String> values(DossierEvent event, DossierState state) {
		Map<String, String> values = new HashMap<>();
		values.put("code", event.code().value());
		values.put("service", views.serviceName(state).vi());
		values.put("serviceEn", views.serviceName(state).en());
		values.put("agency", views.agencyName(state).vi());
		values.put("agencyEn", views.agencyName(state).en());
		values.put("reason", event.reason() == null ? "" : event.reason());
		values.put("due", moment(event.detail().path(Details.DUE_AT).asString("")));
		values.put("before", moment(event.detail().path(Details.DUE_BEFORE).asString("")));
		values.put("amount", String.format(Locale.GERMANY, "%,d", event.detail().path("amountVnd").asLong(0)));
		values.put("amountEn", String.format(Locale.ROOT, "%,d", event.detail().path("amountVnd").asLong(0)));
		if (event.type() == Type.SUPPLEMENT_REQUESTED) {
			values.put("items", LedgerJson.read(event.detail(), DossierStep.RequestSupplement.class).items().stream().map(DossierStep.SupplementItem::what)
				.collect(Collectors.joining("; ")));
		}
		return values;
	}

	private static String moment(String written) {
		return written.isEmpty() ? "" : MOMENT.format(Instant.parse(written));
	}

}
