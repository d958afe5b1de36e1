package vn.motcua.form;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.form.AnsweredPage.Line;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.PageView.FieldView;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.site.Page;
import vn.motcua.site.component.Choice;
import vn.motcua.site.component.FieldError;
import vn.motcua.site.component.SummaryRow;

/** Words of a form in the reader's language, for its templates. */
public final class FormWords {

	private static final Map<String, String> ENDINGS = Map.of("application/pdf", "pdf", "image/jpeg", "jpg", "image/png", "png",
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "application/xml", "xml");

	private FormWords() {
	}

	/** Lines of the error summary, each leading to its input. */
	public static List<FieldError> errors(Page page, PageView view) {
		return view.problems().stream().map(field -> new FieldError(field.field().component() == null ? field.name() : "files." + field.field().component().id(),
				page.text(field.field().label()) + ": " + error(page, field.problem()))).toList();
	}

	/** A problem in words, dates and numbers in the reader's form; {@code null} for none. */
	public static @Nullable String error(Page page, @Nullable FieldProblem problem) {
		if (problem == null) {
			return null;
		}
		Map<String, Object> values = new HashMap<>();
		problem.values().forEach((name, value) -> values.put(name, switch (value) {
			case LocalDate date -> page.date(date);
			case Long number -> page.number(number);
			case Integer number -> page.number(number);
			default -> value;
		}));
		return page.t("problem." + problem.code(), values);
	}

	/** Help and sample of a question, {@code null} when it has neither. */
	public static @Nullable String help(Page page, FieldView view) {
		String help = view.field().help() == null ? "" : page.text(view.field().help());
		String sample = view.field().sample() == null ? "" : page.t("form.sample", "sample", sample(page, view.field().kind(), view.field().sample()));
		String origin = view.origin() == null ? "" : origin(page, view);
		String all = (help + " " + sample + " " + origin).strip().replace("  ", " ");
		return all.isEmpty() ? null : all;
	}

	/** A day as this reader writes it; other samples as they stand in the form. */
	private static String sample(Page page, FormDefinition.Kind kind, String written) {
		LocalDate day = kind == FormDefinition.Kind.DATE || kind == FormDefinition.Kind.DATE_OR_YEAR ? DateRule.date(written) : null;
		return day == null ? written : page.date(day);
	}

	/** Where an answer came from that nobody typed. */
	public static String origin(Page page, FieldView view) {
		Origin origin = java.util.Objects.requireNonNull(view.origin());
		return page.t("form.origin." + origin.kind().name().toLowerCase(java.util.Locale.ROOT), "name", page.text(origin.name()));
	}

	/** An answer of one value as people read it. */
	public static String shown(Page page, FieldView view) {
		String option = view.field().options().stream().filter(one -> one.value().equals(view.text())).map(one -> page.text(one.label())).findFirst().orElse(view.text());
		LocalDate date = view.date().equals(vn.motcua.site.component.DateParts.NONE) ? null : LocalDate.parse(view.text());
		return date != null ? page.date(date) : view.lookup() != null && view.lookup().chosen() != null ? page.text(view.lookup().chosen().words()) : option;
	}

	public static List<Choice> choices(Page page, FieldView view) {
		return view.field().options().stream().map(option -> new Choice(option.value(), page.text(option.label()))).toList();
	}

	public static List<Choice> yesNo(Page page) {
		return List.of(new Choice("true", page.t("form.yes")), new Choice("false", page.t("form.no")));
	}

	public static String inputType(FieldView view) {
		return switch (view.field().autocomplete()) {
			case "tel" -> "tel";
			case "email" -> "email";
			case null, default -> "text";
		};
	}

	public static @Nullable String inputMode(FieldView view) {
		return view.field().schema().path("format").asString("").equals("personal-number") ? "numeric" : null;
	}

	/** What one repetition is called, for example "witness". */
	public static String itemName(Page page, FormField group) {
		return page.text(group.itemTitle() == null ? group.label() : group.itemTitle());
	}

	public static String item(Page page, FormField group, int number) {
		return itemName(page, group) + " " + number;
	}

	/** File endings of media types, in alphabetical order. */
	public static List<String> endings(Collection<String> mediaTypes) {
		return mediaTypes.stream().map(type -> ENDINGS.getOrDefault(type, "bin")).sorted().toList();
	}

	public static String size(Page page, long bytes) {
		return bytes < 1024 * 1024 ? page.number(Math.max(1, bytes / 1024)) + " KB" : page.number(bytes / 1024 / 1024) + " MB";
	}

	/** Rows of a summary list; {@code change} is where the page is changed, {@code null} for nowhere. */
	public static List<SummaryRow> rows(Page page, AnsweredPage answered, @Nullable String change) {
		return answered.rows().stream()
			.map(row -> new SummaryRow(page.text(row.label()), row.lines().stream().map(line -> line(page, line)).toList(), change)).toList();
	}

	/** One line of an answer in words. */
	public static String line(Page page, Line line) {
		return switch (line) {
			case Line.Words words -> page.text(words.words());
			case Line.Date date -> page.date(date.date());
			case Line.Number number -> page.number(number.number());
			case Line.Money money -> page.money(money.amountVnd());
			case Line.YesNo answer -> page.t(answer.yes() ? "form.yes" : "form.no");
		};
	}

}
