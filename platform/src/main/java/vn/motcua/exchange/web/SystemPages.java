package vn.motcua.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.SyncCalls;
import vn.motcua.exchange.participant.Quotas;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.site.Page;

/** Brings together what the pages of connected systems show. */
@Component
class SystemPages {

	private static final int ROWS = 50;

	private static final int LATEST_CALLS = 10;

	private static final int DAYS = 7;

	private final Registrations registrations;

	private final SystemPrograms programs;

	private final Quotas quotas;

	private final SyncCalls calls;

	private final Agencies agencies;

	private final Clock clock;

	SystemPages(Registrations registrations, SystemPrograms programs, Quotas quotas, SyncCalls calls, Agencies agencies, Clock clock) {
		this.registrations = registrations;
		this.programs = programs;
		this.quotas = quotas;
		this.calls = calls;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** Systems that the actor sees, by client id, from after one; those of a state, or all; whose name or id has these words. */
	Slice<SystemRow> list(Actor actor, String state, String words, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		String wanted = words.toLowerCase(Locale.ROOT);
		List<SystemRow> rows = registrations.visible(actor).stream()
			.filter(system -> state.isEmpty() || system.state().name().equals(state))
			.filter(system -> system.name().toLowerCase(Locale.ROOT).contains(wanted) || system.clientId().contains(wanted))
			.filter(system -> place == null || system.clientId().compareTo(place.keys().getFirst()) > 0)
			.limit(ROWS + 1).map(system -> new SystemRow(system, name(system.agency()))).toList();
		return Slice.of(rows, ROWS, last -> Cursor.of(last.system().clientId()));
	}

	SystemPage system(Actor actor, UUID id, @Nullable String secret, FormErrors errors, @Nullable RegistrationForm form) {
		Participant system = registrations.get(actor, id);
		List<LocalizedText> reach = system.agencies().stream().sorted().map(this::name).toList();
		boolean keeps = actor.may(Permission.SYSTEM_REGISTER) && registrations.keeps(actor, system.agency());
		return new SystemPage(system, name(system.agency()), reach, programs.secrets(system.clientId()), programs.certificates(system.clientId()),
				quotas.latest(system, DAYS), calls.calls(id, true, LATEST_CALLS, Long.MAX_VALUE), keeps, actor.may(Permission.SYSTEM_APPROVE), secret, errors,
				form == null ? RegistrationForm.of(system) : form);
	}

	LocalizedText name(AgencyId agency) {
		return agencies.get(agency, LocalDate.now(clock.withZone(Page.ZONE))).fullName();
	}

}
