package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.PersonalNumber;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.FieldProblem;

/** What a line must be before the dossier itself is looked at: who may send it, of what procedure, of whom, and when. */
@Component
class SyncRules {

	/** Clocks of two systems differ a little. */
	private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

	/** A dossier that came at night or by post gets its code some days later. */
	private static final Duration HANDED_IN_BEFORE = Duration.ofDays(30);

	/** Older dossiers are history that is loaded, not kept in step. */
	private static final int YEARS_BACK = 10;

	/** A tax code, of an enterprise or its branch, or an identity card of the time before personal numbers. */
	private static final Pattern OTHER_NUMBERS = Pattern.compile("\\d{10}(-?\\d{3})?|\\d{9}");

	private final Agencies agencies;

	private final Catalogue catalogue;

	private final Clock clock;

	SyncRules(Agencies agencies, Catalogue catalogue, Clock clock) {
		this.agencies = agencies;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/** @param problem {@code null} when the line may go on; then agency and service are there */
	record Judged(@Nullable FieldProblem problem, @Nullable Agency agency, @Nullable ServiceVersion service) {

		static Judged refused(String pointer, String rule) {
			return new Judged(FieldProblem.of(pointer, rule), null, null);
		}

	}

	/** For the lines of one batch: most of them are of few agencies, days and procedures, which are looked up once. */
	Batch of(Actor sender) {
		return new Batch(sender.agency(), LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE));
	}

	final class Batch {

		private final @Nullable AgencyId sender;

		private final LocalDate today;

		private final Map<Place, Judged> places = new HashMap<>();

		private final Map<Procedure, Optional<ServiceVersion>> procedures = new HashMap<>();

		private Batch(@Nullable AgencyId sender, LocalDate today) {
			this.sender = sender;
			this.today = today;
		}

		/** @param prefix agency in the dossier code */
		private record Place(String agency, String prefix, LocalDate day) {
		}

		private record Procedure(ProcedureCode code, LocalDate day) {
		}

		Judged judge(SyncedLine line) {
			LocalDate day = line.code().receivedOn();
			if (day.isAfter(today) || day.isBefore(today.minusYears(YEARS_BACK))) {
				return Judged.refused("/code", "dossier.sync.code-day");
			}
			Judged place = places.computeIfAbsent(new Place(line.agency(), line.code().agency(), day), this::place);
			if (place.problem() != null) {
				return place;
			}
			Optional<ServiceVersion> service = procedures.computeIfAbsent(new Procedure(line.procedure(), day), this::service);
			if (service.isEmpty()) {
				return Judged.refused("/procedure", "dossier.sync.procedure-unknown");
			}
			FieldProblem problem = moments(line, day);
			problem = problem == null ? applicant(line.applicant()) : problem;
			return new Judged(problem, place.agency(), service.get());
		}

		/** Everything that is wrong, for who tries a line out: also what {@link #judge} would come to only when the first is mended. */
		List<FieldProblem> findings(SyncedLine line) {
			LocalDate day = line.code().receivedOn();
			FieldProblem far = day.isAfter(today) || day.isBefore(today.minusYears(YEARS_BACK)) ? FieldProblem.of("/code", "dossier.sync.code-day") : null;
			FieldProblem place = place(new Place(line.agency(), line.code().agency(), day)).problem();
			FieldProblem procedure = service(new Procedure(line.procedure(), day)).isPresent() ? null : FieldProblem.of("/procedure", "dossier.sync.procedure-unknown");
			return Stream.of(far, place, procedure, at(line, day), receivedAt(line, day), dueAt(line, day), applicant(line.applicant())).filter(Objects::nonNull)
				.toList();
		}

		private Optional<ServiceVersion> service(Procedure asked) {
			return catalogue.findByLocalCode(asked.code(), asked.day()).or(() -> catalogue.findByLocalCode(asked.code(), today));
		}

		private Judged place(Place place) {
			LocalDate day = place.day();
			Optional<Agency> agency = agencies.findByExchangeCode(place.agency(), day).or(() -> agencies.findByExchangeCode(place.agency(), today));
			if (agency.isEmpty()) {
				return Judged.refused("/agency", "dossier.sync.agency-unknown");
			}
			if (!speaksFor(agency.get().id(), day)) {
				return Judged.refused("/agency", "dossier.sync.agency-other");
			}
			boolean own = agencies.findByExchangeCode(place.prefix(), day).filter(named -> speaksFor(named.id(), day)).isPresent();
			return own ? new Judged(null, agency.get(), null) : Judged.refused("/code", "dossier.sync.code-agency");
		}

		/** A system speaks for its agency and for those under it. */
		private boolean speaksFor(AgencyId agency, LocalDate day) {
			return sender != null && (sender.equals(agency) || agencies.withAncestors(agency, day).stream().anyMatch(above -> above.id().equals(sender)));
		}

	}

	private @Nullable FieldProblem moments(SyncedLine line, LocalDate day) {
		FieldProblem problem = at(line, day);
		problem = problem == null ? receivedAt(line, day) : problem;
		return problem == null ? dueAt(line, day) : problem;
	}

	private @Nullable FieldProblem at(SyncedLine line, LocalDate day) {
		if (line.at().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
			return FieldProblem.of("/at", "dossier.sync.future");
		}
		return line.at().isBefore(earliest(day)) ? FieldProblem.of("/at", "dossier.sync.before-code") : null;
	}

	private static @Nullable FieldProblem receivedAt(SyncedLine line, LocalDate day) {
		if (line.receivedAt() == null) {
			return null;
		}
		if (line.receivedAt().isAfter(line.at())) {
			return FieldProblem.of("/receivedAt", "dossier.sync.received-later");
		}
		return line.receivedAt().isBefore(earliest(day).minus(HANDED_IN_BEFORE)) ? FieldProblem.of("/receivedAt", "dossier.sync.before-code") : null;
	}

	private static @Nullable FieldProblem dueAt(SyncedLine line, LocalDate day) {
		return line.dueAt() != null && line.dueAt().isBefore(earliest(day)) ? FieldProblem.of("/dueAt", "dossier.sync.before-code") : null;
	}

	private static Instant earliest(LocalDate day) {
		return day.atStartOfDay(ProcessingDeadline.ZONE).toInstant();
	}

	private static @Nullable FieldProblem applicant(SyncedLine.@Nullable Applicant applicant) {
		if (applicant == null || applicant.subject() == null) {
			return null;
		}
		String subject = applicant.subject();
		boolean other = OTHER_NUMBERS.matcher(subject).matches();
		return other || PersonalNumber.isWellFormed(subject) ? null : FieldProblem.of("/applicant/number", "dossier.sync.number");
	}

}
