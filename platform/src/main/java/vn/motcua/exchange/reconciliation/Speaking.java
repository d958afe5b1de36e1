package vn.motcua.exchange.reconciliation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Whose dossiers a system may compare: those of the agencies it speaks for. */
@Component
class Speaking {

	private static final Pattern EXCHANGE_CODE = Pattern.compile("[0-9A-Z][0-9A-Z.]{1,34}");

	private static final int FIRST_YEAR = 1990;

	private static final int LAST_YEAR = 2200;

	private final Participants participants;

	private final Agencies agencies;

	private final Clock clock;

	Speaking(Participants participants, Agencies agencies, Clock clock) {
		this.participants = participants;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** @param code agency part of dossier codes @param agency whose that is */
	record Spoken(String code, Agency agency) {
	}

	Spoken check(Actor sender, @Nullable String code, LocalDate day, String pointer) {
		if (!known(day)) {
			throw refused(pointer.replace("/agency", "/day"), "exchange.day");
		}
		Agency agency = whose(code, day).orElseThrow(() -> refused(pointer, "dossier.sync.agency-unknown"));
		if (!participants.speaksFor(participants.of(sender), agency.id(), day)) {
			throw refused(pointer, "dossier.sync.agency-other");
		}
		return new Spoken(String.valueOf(code), agency);
	}

	/** Days between two, with both, in whose codes the sender may speak of an agency; refused where there is none. */
	List<LocalDate> days(Actor sender, String code, LocalDate from, LocalDate to) {
		if (!known(from) || !known(to)) {
			throw refused(known(from) ? "/to" : "/from", "exchange.day");
		}
		Participant participant = participants.of(sender);
		List<LocalDate> had = from.datesUntil(to.plusDays(1)).filter(day -> whose(code, day).isPresent()).toList();
		List<LocalDate> spoken = had.stream().filter(day -> participants.speaksFor(participant, whose(code, day).orElseThrow().id(), day)).toList();
		if (spoken.isEmpty()) {
			throw refused("/agency", had.isEmpty() ? "dossier.sync.agency-unknown" : "dossier.sync.agency-other");
		}
		return spoken;
	}

	private Optional<Agency> whose(@Nullable String code, LocalDate day) {
		return code == null || !EXCHANGE_CODE.matcher(code).matches() ? Optional.empty()
				: agencies.findByExchangeCode(code, day).or(() -> agencies.findByExchangeCode(code, LocalDate.now(clock.withZone(Page.ZONE))));
	}

	private static boolean known(LocalDate day) {
		return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
	}

	private static ProblemException refused(String pointer, String rule) {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, rule)));
	}

}
