package vn.motcua.onestop.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.onestop.web.DossierPage.Answer;
import vn.motcua.onestop.web.DossierPage.Section;
import vn.motcua.site.Messages;

/** The answers of a dossier as an officer reads them: page by page, in words. */
@Component
class AnswerSections {

	private final Agencies agencies;

	private final Messages messages;

	AnswerSections(Agencies agencies, Messages messages) {
		this.agencies = agencies;
		this.messages = messages;
	}

	List<Section> of(FormDefinition form, JsonNode answers, LocalDate day) {
		List<Section> sections = new ArrayList<>();
		for (FormDefinition.FormPage page : form.pages()) {
			List<Answer> rows = new ArrayList<>();
			if (page.group() == null) {
				page.fields().forEach(field -> add(rows, field, answers, "", day));
			}
			else {
				repetitions(rows, page, answers, day);
			}
			if (!rows.isEmpty()) {
				sections.add(new Section(page.title(), rows));
			}
		}
		return sections;
	}

	private void repetitions(List<Answer> rows, FormDefinition.FormPage page, JsonNode answers, LocalDate day) {
		JsonNode items = find(answers, page.group());
		if (items != null && items.isArray()) {
			items.forEach(item -> page.fields().forEach(field -> add(rows, field, item, page.group() + ".", day)));
		}
	}

	/** @param prefix part of a path that the node stands at already */
	private void add(List<Answer> rows, FormField field, JsonNode from, String prefix, LocalDate day) {
		JsonNode value = value(from, field.path(), prefix);
		if (value == null || value.isNull()) {
			return;
		}
		if (field.kind() == Kind.PERSON && value.isObject()) {
			field.fields().forEach(part -> add(rows, part, value, field.path() + ".", day));
		}
		else if (field.kind() == Kind.GROUP && value.isArray()) {
			value.forEach(item -> field.fields().forEach(part -> add(rows, part, item, field.path() + ".", day)));
		}
		else if (field.kind() != Kind.FILE) {
			rows.add(new Answer(field.label(), words(field, value, day)));
		}
	}

	private static @Nullable JsonNode value(JsonNode from, String path, String prefix) {
		JsonNode whole = find(from, path);
		return whole != null || prefix.isEmpty() || !path.startsWith(prefix) ? whole : find(from, path.substring(prefix.length()));
	}

	private static @Nullable JsonNode find(JsonNode from, String path) {
		JsonNode node = from;
		for (String name : path.split("\\.")) {
			node = node == null ? null : node.get(name);
		}
		return node;
	}

	private LocalizedText words(FormField field, JsonNode value, LocalDate day) {
		return switch (field.kind()) {
			case ADDRESS -> LocalizedText.same(address(value, day));
			case YES_NO, DECLARATION -> message(value.asBoolean(false) ? "onestop.yes" : "onestop.no");
			case CHOICE -> option(field, value.asString(""));
			case CHOICES -> choices(field, value);
			case DATE, DATE_OR_YEAR -> LocalizedText.same(date(value.asString("")));
			case MONEY -> LocalizedText.same(String.format(Locale.of("vi", "VN"), "%,d đ", value.asLong(0)));
			default -> option(field, value.isContainer() ? value.toString() : value.asString(""));
		};
	}

	private LocalizedText choices(FormField field, JsonNode value) {
		List<LocalizedText> all = value.valueStream().map(one -> option(field, one.asString(""))).toList();
		return all.isEmpty() ? LocalizedText.same("–") : new LocalizedText(all.stream().map(LocalizedText::vi).collect(Collectors.joining(", ")),
				all.stream().map(LocalizedText::en).collect(Collectors.joining(", ")));
	}

	private static LocalizedText option(FormField field, String value) {
		return field.options().stream().filter(option -> option.value().equals(value)).map(FormDefinition.Option::label).findFirst()
			.orElseGet(() -> LocalizedText.same(value.isBlank() ? "–" : value));
	}

	private LocalizedText message(String key) {
		return new LocalizedText(messages.text(Locale.of("vi"), key), messages.text(Locale.ENGLISH, key));
	}

	private static String date(String iso) {
		return iso.matches("\\d{4}-\\d\\d-\\d\\d") ? iso.substring(8) + "/" + iso.substring(5, 7) + "/" + iso.substring(0, 4) : iso.isBlank() ? "–" : iso;
	}

	private String address(JsonNode address, LocalDate day) {
		String words = Stream.concat(Stream.of(address.path("line").asString("")), Stream.of(Agency.Level.COMMUNE, Agency.Level.DISTRICT, Agency.Level.PROVINCE)
			.map(level -> unit(level, address.path(level.name().toLowerCase(Locale.ROOT)).asString(""), day))).filter(part -> !part.isBlank())
			.collect(Collectors.joining(", "));
		return words.isEmpty() ? "–" : words;
	}

	private String unit(Agency.Level level, String code, LocalDate day) {
		return code.isEmpty() ? "" : agencies.findByCode(level, code, day).map(unit -> unit.fullName().vi()).orElse(code);
	}

}
