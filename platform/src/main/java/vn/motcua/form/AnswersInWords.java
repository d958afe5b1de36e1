package vn.motcua.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.file.StoredFile;
import vn.motcua.form.AnsweredPage.Line;
import vn.motcua.form.AnsweredPage.Row;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormDefinition.Kind;
import vn.motcua.form.FormDefinition.Option;
import vn.motcua.kernel.LocalizedText;

/** Answers as people read them: the words of options, the names of places. */
final class AnswersInWords {

	private final AskedForm form;

	private final Map<String, List<StoredFile>> files;

	private final Agencies agencies;

	private final LocalDate on;

	AnswersInWords(AskedForm form, Map<String, List<StoredFile>> files, Agencies agencies, LocalDate on) {
		this.form = form;
		this.files = files;
		this.agencies = agencies;
		this.on = on;
	}

	AnsweredPage page(FormPage page) {
		List<Row> rows = new ArrayList<>();
		for (FormField field : page.fields()) {
			if (form.asks(field)) {
				rows(field, Paths.get(form.answers(), field.keys()), field.label(), rows);
			}
		}
		return new AnsweredPage(page, List.copyOf(rows));
	}

	private void rows(FormField field, @Nullable JsonNode answer, LocalizedText label, List<Row> rows) {
		switch (field.kind()) {
			case GROUP -> repetitions(field, answer, field.pointer(), null, rows);
			case FILE -> rows.add(new Row(label, uploaded(field)));
			case PERSON -> rows.add(new Row(label, field.fields().stream().flatMap(part -> part(part, answer)).toList()));
			default -> rows.add(new Row(label, answer == null ? List.of() : lines(field, answer)));
		}
	}

	private Stream<Line> part(FormField part, @Nullable JsonNode person) {
		JsonNode answer = person == null ? null : person.get(part.path());
		return answer == null ? Stream.empty() : lines(part, answer).stream();
	}

	/** A row for each repetition; what repeats inside it follows, under its name. */
	private void repetitions(FormField group, @Nullable JsonNode items, String pointer, @Nullable LocalizedText around, List<Row> rows) {
		LocalizedText name = Objects.requireNonNullElse(group.itemTitle(), group.label());
		if (items == null || !items.isArray() || items.isEmpty()) {
			if (around == null) {
				rows.add(new Row(group.label(), List.of()));
			}
			return;
		}
		for (int at = 0; at < items.size(); at++) {
			JsonNode item = items.get(at);
			String place = pointer + "/" + at + "/";
			LocalizedText title = around == null ? numbered(name, at + 1) : within(around, numbered(name, at + 1));
			List<FormField> parts = group.fields().stream().filter(part -> form.asks(place + part.path())).toList();
			rows.add(new Row(title, parts.stream().filter(part -> part.kind() != Kind.GROUP).flatMap(part -> part(part, item)).toList()));
			parts.stream().filter(part -> part.kind() == Kind.GROUP)
				.forEach(part -> repetitions(part, item.get(part.path()), place + part.path(), title, rows));
		}
	}

	private static LocalizedText within(LocalizedText around, LocalizedText name) {
		return new LocalizedText(around.vi() + " – " + name.vi(), around.en() + " – " + name.en());
	}

	private static LocalizedText numbered(LocalizedText title, int number) {
		return new LocalizedText(title.vi() + " " + number, title.en() + " " + number);
	}

	private List<Line> uploaded(FormField field) {
		return field.component() == null ? List.of()
				: files.getOrDefault(field.component().id(), List.of()).stream().map(file -> words(LocalizedText.same(file.name()))).toList();
	}

	private List<Line> lines(FormField field, JsonNode answer) {
		return switch (field.kind()) {
			case YES_NO, DECLARATION -> answer.isBoolean() ? List.of(new Line.YesNo(answer.booleanValue())) : plain(answer);
			case MONEY -> answer.canConvertToLong() ? List.of(new Line.Money(answer.asLong())) : plain(answer);
			case NUMBER, COMPUTED -> answer.isBoolean() ? List.of(new Line.YesNo(answer.asBoolean())) : answer.isIntegralNumber() ? List.of(new Line.Number(answer.asLong())) : plain(answer);
			case DATE, DATE_OR_YEAR -> date(answer);
			case CHOICE -> List.of(words(option(field, answer.asString(""))));
			case CHOICES -> answer.valueStream().map(value -> words(option(field, value.asString("")))).toList();
			case LOOKUP -> List.of(words(field.lookup() == null ? LocalizedText.same(answer.asString("")) : field.lookup().words(answer.asString(""))));
			case ADDRESS -> List.of(words(address(answer)));
			case TEXT, LONG_TEXT, FILE, GROUP, PERSON -> plain(answer);
		};
	}

	private static List<Line> date(JsonNode answer) {
		try {
			return List.of(new Line.Date(LocalDate.parse(answer.asString(""))));
		}
		catch (DateTimeException onlyAYear) {
			return plain(answer);
		}
	}

	private static LocalizedText option(FormField field, String value) {
		return field.options().stream().filter(option -> option.value().equals(value)).map(Option::label).findFirst().orElse(LocalizedText.same(value.isEmpty() ? "–" : value));
	}

	private LocalizedText address(JsonNode answer) {
		return new LocalizedText(address(answer, Locale.of("vi")), address(answer, Locale.ENGLISH));
	}

	private String address(JsonNode answer, Locale locale) {
		Stream<String> units = Stream.of(Level.COMMUNE, Level.DISTRICT, Level.PROVINCE).map(level -> unit(answer, level, locale));
		List<String> parts = Stream.concat(Stream.of(answer.path("line").asString("")), units).filter(part -> !part.isBlank()).toList();
		return parts.isEmpty() ? "–" : String.join(", ", parts);
	}

	private String unit(JsonNode answer, Level level, Locale locale) {
		String code = answer.path(level.name().toLowerCase(Locale.ROOT)).asString("");
		return code.isEmpty() ? "" : agencies.findByCode(level, code, on).map(Agency::fullName).map(name -> name.in(locale)).orElse(code);
	}

	private static List<Line> plain(JsonNode answer) {
		String text = answer.asString("");
		return text.isBlank() ? List.of() : text.lines().filter(line -> !line.isBlank()).map(line -> words(LocalizedText.same(line))).toList();
	}

	private static Line words(LocalizedText words) {
		return new Line.Words(words);
	}

}
