package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.component.DateParts;

/**
 * An offer as it was typed.
 *
 * @param fees đồng by id of the fee
 * @param times amounts by {@code case.channel}, in the unit of the national limit
 */
public record OfferForm(String level, String suffix, String address, String hours, Map<String, String> fees, Map<String, String> times, String decision,
		DateParts decidedOn, DateParts from, DateParts until) {

	private static final Map<String, String> FIELDS = Map.of("/level", "muc", "/codeSuffix", "duoi-ma", "/deskAddress", "dia-chi", "/deskHours", "gio", "/from", "tu-ngay",
			"/until", "den-ngay", "/decisionNumber", "so-quyet-dinh", "/decidedOn", "ngay-ky", "/agency", "don-vi", "/end", "ket-thuc");

	/** What an agency says now, or what it would say when it says nothing yet. */
	static OfferForm of(@Nullable Offer offer, ServiceVersion service, LocalDate today) {
		if (offer == null) {
			return new OfferForm(String.valueOf(service.level()), "", "", "", Map.of(), Map.of(), "", DateParts.NONE, DateParts.of(today), DateParts.NONE);
		}
		Offer.Terms terms = offer.terms();
		Map<String, String> fees = new HashMap<>();
		terms.feesVnd().forEach((id, amount) -> fees.put(id, amount.toString()));
		Map<String, String> times = new HashMap<>();
		terms.times().forEach((id, limits) -> limits.forEach((channel, limit) -> times.put(id + "." + word(channel), String.valueOf(limit.amount()))));
		return new OfferForm(String.valueOf(terms.level()), terms.codeSuffix(), terms.deskAddress(), terms.deskHours(), fees, times,
				terms.decisionNumber() == null ? "" : terms.decisionNumber(), DateParts.of(terms.decidedOn()), DateParts.of(offer.from()), DateParts.of(offer.until()));
	}

	static OfferForm of(Map<String, String> posted) {
		Map<String, String> fees = new HashMap<>();
		Map<String, String> times = new HashMap<>();
		posted.forEach((name, value) -> {
			if (name.startsWith("phi.")) {
				fees.put(name.substring("phi.".length()), cut(value));
			}
			if (name.startsWith("thoi-han.")) {
				times.put(name.substring("thoi-han.".length()), cut(value));
			}
		});
		return new OfferForm(text(posted, "muc"), text(posted, "duoi-ma"), text(posted, "dia-chi"), text(posted, "gio"), fees, times, text(posted, "so-quyet-dinh"),
				date(posted, "ngay-ky"), date(posted, "tu-ngay"), date(posted, "den-ngay"));
	}

	/** @throws ProblemException with the fields that cannot be read */
	Offer.Terms terms(ServiceVersion service) {
		List<FieldProblem> problems = new ArrayList<>();
		Map<String, Long> amounts = new LinkedHashMap<>();
		fees.forEach((id, typed) -> {
			String digits = typed.replaceAll("[. ]", "");
			if (digits.matches("\\d{1,12}")) {
				amounts.put(id, Long.parseLong(digits));
			}
			else if (!digits.isEmpty()) {
				problems.add(FieldProblem.of("/fees/" + id, "catalogue.offer-number"));
			}
		});
		Map<String, Map<Channel, TimeLimit>> limits = times(service, problems);
		LocalDate decided = optional(decidedOn, "/decidedOn", problems);
		optional(until, "/until", problems);
		optional(from, "/from", problems);
		if (DecisionForm.day(from) == null && problems.stream().noneMatch(problem -> problem.pointer().equals("/from"))) {
			problems.add(FieldProblem.of("/from", "catalogue.offer-day"));
		}
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
		return new Offer.Terms(level.matches("\\d") ? Integer.parseInt(level) : 0, suffix, address, hours, amounts, limits, decision.isEmpty() ? null : decision, decided);
	}

	private Map<String, Map<Channel, TimeLimit>> times(ServiceVersion service, List<FieldProblem> problems) {
		Map<String, Map<Channel, TimeLimit>> limits = new LinkedHashMap<>();
		for (ServiceVersion.ServiceCase one : service.cases()) {
			one.timeLimit().forEach((channel, national) -> {
				String typed = times.getOrDefault(one.id() + "." + word(channel), "");
				if (typed.matches("\\d{1,4}") && Integer.parseInt(typed) <= 3660) {
					limits.computeIfAbsent(one.id(), id -> new EnumMap<>(Channel.class)).put(channel, new TimeLimit(Integer.parseInt(typed), national.unit()));
				}
				else if (!typed.isEmpty()) {
					problems.add(FieldProblem.of("/times/" + one.id() + "/" + word(channel), "catalogue.offer-number"));
				}
			});
		}
		return limits;
	}

	static String field(FieldProblem problem) {
		String pointer = problem.pointer();
		if (pointer.startsWith("/fees/")) {
			return "phi." + pointer.substring("/fees/".length());
		}
		if (pointer.startsWith("/times/")) {
			return "thoi-han." + pointer.substring("/times/".length()).replace('/', '.');
		}
		return FIELDS.getOrDefault(pointer, "dia-chi");
	}

	static String word(Channel channel) {
		return channel.name().toLowerCase(Locale.ROOT);
	}

	private static @Nullable LocalDate optional(DateParts parts, String pointer, List<FieldProblem> problems) {
		LocalDate day = DecisionForm.day(parts);
		if (day == null && !parts.equals(DateParts.NONE)) {
			problems.add(FieldProblem.of(pointer, "catalogue.offer-day"));
		}
		return day;
	}

	private static DateParts date(Map<String, String> posted, String name) {
		return DecisionForm.date(posted, name);
	}

	private static String text(Map<String, String> posted, String name) {
		return java.text.Normalizer.normalize(cut(posted.getOrDefault(name, "")), java.text.Normalizer.Form.NFC);
	}

	private static String cut(String value) {
		String stripped = value.strip();
		return stripped.length() > 400 ? stripped.substring(0, 400) : stripped;
	}

}
