package vn.motcua.catalogue.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * What an agency may say of a national procedure: no longer time, a local fee only where the service allows one, a level not
 * above the national one.
 */
@Component
class OfferRules {

	private static final Pattern SUFFIX = Pattern.compile("|\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Y]\\d{2}");

	private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}/.\\- ]{2,59}");

	private static final int LOWEST_ONLINE = 3;

	private static final int MOST_YEARS = 20;

	private final Catalogue catalogue;

	private final Agencies agencies;

	private final Competence competence;

	private final OfferStore store;

	OfferRules(Catalogue catalogue, Agencies agencies, Competence competence, OfferStore store) {
		this.catalogue = catalogue;
		this.agencies = agencies;
		this.competence = competence;
		this.store = store;
	}

	List<FieldProblem> check(ProcedureCode code, AgencyId id, Offer.Terms terms, LocalDate from, @Nullable LocalDate until, LocalDate today) {
		List<FieldProblem> problems = new ArrayList<>();
		Optional<ServiceVersion> service = catalogue.find(code, from.isBefore(today) ? today : from);
		Optional<Agency> agency = agencies.find(id, from.isBefore(today) ? today : from);
		if (service.isEmpty()) {
			return List.of(FieldProblem.of("/procedure", "catalogue.offer-procedure"));
		}
		if (agency.isEmpty() || !competence.mayOffer(service.get(), agency.get(), from.isBefore(today) ? today : from)) {
			problems.add(FieldProblem.of("/agency", "catalogue.offer-agency"));
		}
		level(service.get(), terms, problems);
		texts(terms, problems);
		if (!SUFFIX.matcher(terms.codeSuffix()).matches()) {
			problems.add(FieldProblem.of("/codeSuffix", "catalogue.offer-suffix"));
		}
		else if (store.suffixTaken(code, id, terms.codeSuffix(), from)) {
			problems.add(FieldProblem.of("/codeSuffix", "catalogue.offer-suffix-taken"));
		}
		terms.feesVnd().forEach((fee, amount) -> fee(service.get(), fee, amount, problems));
		terms.times().forEach((caseId, limits) -> limits.forEach((channel, limit) -> time(service.get(), caseId, channel, limit, problems)));
		days(from, until, today, problems);
		decision(terms, today, problems);
		return problems;
	}

	private static void level(ServiceVersion service, Offer.Terms terms, List<FieldProblem> problems) {
		int lowest = Math.min(LOWEST_ONLINE, service.level());
		if (terms.level() < lowest || terms.level() > service.level()) {
			problems.add(new FieldProblem("/level", "catalogue.offer-level", Map.of("min", lowest, "max", service.level())));
		}
	}

	private static void texts(Offer.Terms terms, List<FieldProblem> problems) {
		text("/deskAddress", terms.deskAddress(), 5, 300, problems);
		text("/deskHours", terms.deskHours(), 3, 200, problems);
	}

	private static void text(String pointer, String text, int least, int most, List<FieldProblem> problems) {
		if (text.length() < least || text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
			problems.add(new FieldProblem(pointer, "catalogue.offer-text", Map.of("min", least, "max", most)));
		}
	}

	private static void fee(ServiceVersion service, String id, long amount, List<FieldProblem> problems) {
		Optional<Fee> fee = service.fees().stream().filter(one -> one.id().equals(id)).findFirst();
		Long most = fee.map(Fee::localMaxVnd).orElse(null);
		if (most == null) {
			problems.add(FieldProblem.of("/fees/" + id, "catalogue.offer-fee", "fee", fee.map(one -> one.name().vi()).orElse(id)));
		}
		else if (amount < 0 || amount > most) {
			problems.add(FieldProblem.of("/fees/" + id, "catalogue.offer-fee-amount", "max", most));
		}
	}

	private static void time(ServiceVersion service, String caseId, Channel channel, TimeLimit limit, List<FieldProblem> problems) {
		TimeLimit most = service.cases().stream().filter(one -> one.id().equals(caseId)).findFirst().map(ServiceCase::timeLimit).map(limits -> limits.get(channel)).orElse(null);
		String pointer = "/times/" + caseId + "/" + channel.name().toLowerCase(java.util.Locale.ROOT);
		if (most == null) {
			problems.add(FieldProblem.of(pointer, "catalogue.offer-case"));
		}
		else if (!limit.within(most) || limit.amount() == 0) {
			problems.add(new FieldProblem(pointer, "catalogue.offer-time", Map.of("amount", most.amount(), "unit", most.unit().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))));
		}
	}

	private static void days(LocalDate from, @Nullable LocalDate until, LocalDate today, List<FieldProblem> problems) {
		if (from.isBefore(today.minusYears(MOST_YEARS)) || from.isAfter(today.plusYears(MOST_YEARS))) {
			problems.add(FieldProblem.of("/from", "catalogue.offer-from", "years", MOST_YEARS));
		}
		if (until != null && until.isBefore(from)) {
			problems.add(FieldProblem.of("/until", "catalogue.offer-until"));
		}
	}

	private static void decision(Offer.Terms terms, LocalDate today, List<FieldProblem> problems) {
		if (terms.decisionNumber() != null && !NUMBER.matcher(terms.decisionNumber()).matches()) {
			problems.add(FieldProblem.of("/decisionNumber", "catalogue.decision-number"));
		}
		if (terms.decidedOn() != null && terms.decidedOn().isAfter(today) || (terms.decidedOn() == null) != (terms.decisionNumber() == null)) {
			problems.add(FieldProblem.of("/decidedOn", "catalogue.decided-on"));
		}
	}

}
