package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.ServiceChange.Kind;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;

/** Puts two versions side by side, part by part. */
final class ServiceComparison {

	private static final int MOST = 500;

	private static final LocalizedText NAME = new LocalizedText("Tên thủ tục", "Name");

	private static final LocalizedText SUMMARY = new LocalizedText("Tóm tắt", "Summary");

	private static final LocalizedText LEVEL = new LocalizedText("Mức độ trực tuyến", "Online level");

	private static final LocalizedText CHANNELS = new LocalizedText("Cách nộp", "Ways to file");

	private static final LocalizedText AUTHORITY = new LocalizedText("Cơ quan giải quyết", "Competent agency");

	private static final LocalizedText STEPS = new LocalizedText("Các bước nội bộ", "Internal steps");

	private static final LocalizedText TEMPLATE = new LocalizedText("Mẫu kết quả", "Template of the result");

	private static final LocalizedText CHANGED = new LocalizedText("đã thay đổi", "changed");

	private final ServiceVersion before;

	private final ServiceVersion after;

	private final List<ServiceChange> changes = new ArrayList<>();

	/** A part in words, and everything about it that counts. */
	private record Part(LocalizedText name, LocalizedText words, Object content) {
	}

	ServiceComparison(ServiceVersion before, ServiceVersion after) {
		this.before = before;
		this.after = after;
	}

	List<ServiceChange> changes() {
		one(Kind.RECORD, NAME, ServiceVersion::name);
		one(Kind.RECORD, SUMMARY, ServiceVersion::summary);
		one(Kind.RECORD, LEVEL, service -> LocalizedText.same(String.valueOf(service.level())));
		one(Kind.RECORD, CHANNELS, service -> LocalizedText.same(service.channels().stream().map(Enum::name).map(name -> name.toLowerCase(Locale.ROOT)).sorted()
			.collect(Collectors.joining(", "))));
		one(Kind.AUTHORITY, AUTHORITY, service -> LocalizedText.same(String.join(" ", service.ministry(), service.handling().level().toLowerCase(Locale.ROOT),
				Objects.requireNonNullElse(service.handling().department(), ""), Objects.requireNonNullElse(service.handling().agency(), "")).strip()));
		many(Kind.TIME, ServiceComparison::times);
		many(Kind.COMPONENT, ServiceComparison::components);
		many(Kind.FEE, ServiceComparison::fees);
		many(Kind.RESULT, service -> parts(service.results(), ServiceVersion.Result::id, ServiceVersion.Result::name));
		many(Kind.LAW, service -> parts(service.legalBasis(), ServiceVersion.LawReference::number, ServiceVersion.LawReference::name));
		many(Kind.QUESTION, service -> questions(service.form(), "", new LinkedHashMap<>()));
		file(Kind.PROCESS, STEPS, service -> String.valueOf(service.process()));
		file(Kind.TEMPLATE, TEMPLATE, service -> String.valueOf(service.resultTemplate()));
		return changes.stream().limit(MOST).toList();
	}

	private void one(Kind kind, LocalizedText what, Function<ServiceVersion, LocalizedText> value) {
		LocalizedText was = value.apply(before);
		LocalizedText is = value.apply(after);
		if (!was.equals(is)) {
			changes.add(new ServiceChange(kind, what, was, is));
		}
	}

	private void file(Kind kind, LocalizedText what, Function<ServiceVersion, String> content) {
		if (!content.apply(before).equals(content.apply(after))) {
			changes.add(new ServiceChange(kind, what, null, CHANGED));
		}
	}

	private void many(Kind kind, Function<ServiceVersion, Map<String, Part>> reading) {
		Map<String, Part> were = reading.apply(before);
		Map<String, Part> are = reading.apply(after);
		were.forEach((id, was) -> {
			Part is = are.get(id);
			if (is == null) {
				changes.add(new ServiceChange(kind, was.name(), was.words(), null));
			}
			else if (!was.content().equals(is.content())) {
				changes.add(new ServiceChange(kind, is.name(), was.words(), is.words().equals(was.words()) ? CHANGED : is.words()));
			}
		});
		are.forEach((id, is) -> {
			if (!were.containsKey(id)) {
				changes.add(new ServiceChange(kind, is.name(), null, is.words()));
			}
		});
	}

	private static <T> Map<String, Part> parts(List<T> items, Function<T, String> id, Function<T, LocalizedText> name) {
		Map<String, Part> parts = new LinkedHashMap<>();
		items.forEach(item -> parts.put(id.apply(item), new Part(name.apply(item), name.apply(item), item)));
		return parts;
	}

	private static Map<String, Part> times(ServiceVersion service) {
		Map<String, Part> parts = new LinkedHashMap<>();
		service.cases().forEach(one -> one.timeLimit().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(limit -> {
			String channel = limit.getKey().name().toLowerCase(Locale.ROOT);
			LocalizedText name = new LocalizedText(one.name().vi() + " (" + channel + ")", one.name().en() + " (" + channel + ")");
			parts.put(one.id() + " " + channel, new Part(name, words(limit.getValue()), List.of(limit.getValue(), one.when())));
		}));
		return parts;
	}

	private static Map<String, Part> components(ServiceVersion service) {
		Map<String, Part> parts = new LinkedHashMap<>();
		for (Component component : service.components()) {
			LocalizedText words = new LocalizedText("Bản chính: " + component.originals() + ", bản sao: " + component.copies() + sometimes(component.required(), " (tùy trường hợp)"),
					"Originals: " + component.originals() + ", copies: " + component.copies() + sometimes(component.required(), " (in some cases)"));
			parts.put(component.id(), new Part(component.name(), words, component));
		}
		return parts;
	}

	private static Map<String, Part> fees(ServiceVersion service) {
		Map<String, Part> parts = new LinkedHashMap<>();
		for (Fee fee : service.fees()) {
			parts.put(fee.id(), new Part(fee.name(), LocalizedText.same(formula(fee)), fee));
		}
		return parts;
	}

	/** As the bundle writes it, for people who know the bundle. */
	private static String formula(Fee fee) {
		FeeFormula formula = fee.formula();
		List<String> parts = new ArrayList<>();
		if (formula.base() != null) {
			parts.add(value(formula.base()));
		}
		formula.perUnit().forEach(unit -> parts.add(value(unit.amount()) + " × (" + unit.units() + ")"));
		if (formula.percentage() != null) {
			parts.add(value(formula.percentage().rate()) + " % × " + value(formula.percentage().of()));
		}
		String words = String.join(" + ", parts);
		words = formula.cap() == null ? words : words + ", ≤ " + value(formula.cap());
		return fee.when().equals("true") ? words : words + " | " + fee.when();
	}

	private static String value(FeeFormula.Value value) {
		return switch (value) {
			case FeeFormula.Formula written -> written.feel();
			case FeeFormula.Cell cell -> cell.table() + "." + cell.column();
		};
	}

	private static Map<String, Part> questions(JsonNode schema, String path, Map<String, Part> into) {
		schema.path("properties").properties().forEach(member -> {
			String at = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
			JsonNode hints = member.getValue().path("x-field");
			if (hints.has("kind")) {
				LocalizedText label = label(hints.path("label"), at);
				into.put(at, new Part(label, label, rules(member.getValue())));
			}
			else {
				questions(member.getValue(), at, into);
			}
		});
		return into;
	}

	/** What decides whether an answer fits, and the question itself; help and samples may be worded anew. */
	private static JsonNode rules(JsonNode field) {
		if (!(field.deepCopy() instanceof ObjectNode rules)) {
			return field;
		}
		if (rules.path("x-field") instanceof ObjectNode hints) {
			hints.remove(Set.of("help", "sample", "autocomplete", "prefill"));
		}
		return rules;
	}

	private static LocalizedText label(JsonNode label, String path) {
		String vi = label.path("vi").asString("");
		return vi.isBlank() ? LocalizedText.same(path) : new LocalizedText(vi, label.path("en").asString(vi));
	}

	private static LocalizedText words(TimeLimit limit) {
		return switch (limit.unit()) {
			case WORKING_HOUR -> new LocalizedText(limit.amount() + " giờ làm việc", limit.amount() + " working hours");
			case WORKING_DAY -> new LocalizedText(limit.amount() + " ngày làm việc", limit.amount() + " working days");
			case CALENDAR_DAY -> new LocalizedText(limit.amount() + " ngày", limit.amount() + " days");
			case MONTH -> new LocalizedText(limit.amount() + " tháng", limit.amount() + " months");
		};
	}

	private static String sometimes(@Nullable String condition, String words) {
		return "true".equals(condition) ? "" : words;
	}

}
