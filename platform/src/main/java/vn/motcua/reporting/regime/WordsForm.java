package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Template;

/** Narrative sections and checks as the designer's page sends them; each keeps its code, since what reports say is kept under it. */
public final class WordsForm {

	private static final int MOST = 50;

	private static final int LONGEST = 2_000;

	private final MultiValueMap<String, String> values;

	WordsForm(MultiValueMap<String, String> values) {
		this.values = values;
	}

	static WordsForm of(Template template) {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		for (int at = 0; at < template.narratives().size(); at++) {
			Template.Narrative one = template.narratives().get(at);
			values.add("muc-" + at + "-ma", one.code());
			values.add("muc-" + at, one.heading().vi());
			values.add("muc-" + at + "-en", one.heading().en().equals(one.heading().vi()) ? "" : one.heading().en());
			values.add("muc-" + at + "-goi-y", one.hint() == null ? "" : RegimeForms.line(one.hint()));
			values.add("muc-" + at + "-bat-buoc", one.required() ? "1" : "");
			values.add("muc-" + at + "-dinh-kem", one.attachments() ? "1" : "");
		}
		for (int at = 0; at < template.checks().size(); at++) {
			Template.Check one = template.checks().get(at);
			values.add("dk-" + at + "-ma", one.code());
			values.add("dk-" + at, one.rule());
			values.add("dk-" + at + "-loi", RegimeForms.line(one.words()));
			values.add("dk-" + at + "-o", one.asks() == null ? "" : one.asks());
			values.add("dk-" + at + "-canh-bao", one.warning() ? "1" : "");
		}
		return new WordsForm(values);
	}

	/** Tables in which words may be asked for. */
	public static List<Template.Table> asking(Template template) {
		return template.tables().stream().filter(table -> table.growing() == 0 && table.columns().stream().anyMatch(Template.Column::words)).toList();
	}

	/** How many of a kind the page shows: those there are, and empty ones. */
	public int shown(String kind, int more) {
		int used = 0;
		for (int at = 0; at < MOST; at++) {
			used = value(kind + "-" + at).isEmpty() ? used : at + 1;
		}
		return Math.min(MOST, used + more);
	}

	public String value(String field) {
		String value = values.getFirst(field);
		return value == null ? "" : value.strip().substring(0, Math.min(value.strip().length(), LONGEST));
	}

	/** For a box to tick. */
	public List<String> ticked(String field) {
		return value(field).isEmpty() ? List.of() : List.of("1");
	}

	List<Template.Narrative> narratives() {
		List<Template.Narrative> narratives = new ArrayList<>();
		for (int at = 0; at < MOST; at++) {
			String field = "muc-" + at;
			if (!value(field).isEmpty()) {
				LocalizedText heading = new LocalizedText(value(field), value(field + "-en"));
				@Nullable LocalizedText hint = value(field + "-goi-y").isEmpty() ? null : RegimeForm.twoLanguages(value(field + "-goi-y"));
				narratives.add(new Template.Narrative(code(field, "N", narratives.stream().map(Template.Narrative::code).toList()), heading, hint, !value(field + "-bat-buoc").isEmpty(),
						!value(field + "-dinh-kem").isEmpty()));
			}
		}
		return narratives;
	}

	List<Template.Check> checks() {
		List<Template.Check> checks = new ArrayList<>();
		for (int at = 0; at < MOST; at++) {
			String field = "dk-" + at;
			if (!value(field).isEmpty()) {
				LocalizedText words = value(field + "-loi").isEmpty() ? LocalizedText.same(value(field)) : RegimeForm.twoLanguages(value(field + "-loi"));
				checks.add(new Template.Check(code(field, "K", checks.stream().map(Template.Check::code).toList()), value(field), words, !value(field + "-canh-bao").isEmpty(), value(field + "-o")));
			}
		}
		return checks;
	}

	/** The code it had, or the next that none has. */
	private String code(String field, String letter, List<String> taken) {
		String had = value(field + "-ma");
		if (had.matches("[A-Za-z][A-Za-z0-9-]{0,19}") && !taken.contains(had)) {
			return had;
		}
		String kind = field.substring(0, field.indexOf('-') + 1);
		List<String> kept = Stream.iterate(0, at -> at + 1).limit(MOST).map(at -> value(kind + at + "-ma")).toList();
		return Stream.iterate(1, at -> at + 1).map(at -> letter + at).filter(code -> !taken.contains(code) && !kept.contains(code)).findFirst().orElseThrow();
	}

}
