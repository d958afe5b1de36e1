package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.Page;

/** What a version says otherwise than the one before it, line by line as people read it. */
public final class VersionChanges {

	/**
	 * One difference.
	 *
	 * @param before empty for what was added
	 * @param after empty for what is left out
	 */
	public record Row(String what, String before, String after) {
	}

	/** Named as on the officer's page. */
	private static final List<String> FIELDS = List.of("ten", "noi-dung", "can-cu", "nguon", "doi-tuong", "phuong-thuc", "chot", "han", "mo-truoc", "gia-han", "tu-dong", "dot", "de-cuong", "huong-dan",
			"gio-giay");

	private final RegimeContent before;

	private final RegimeContent after;

	private final TemplateChanges template;

	private VersionChanges(RegimeVersion before, RegimeVersion after) {
		this.before = before.content();
		this.after = after.content();
		this.template = new TemplateChanges(before.template(), after.template());
	}

	static VersionChanges between(RegimeVersion before, RegimeVersion after) {
		return new VersionChanges(before, after);
	}

	/** Figures that both ask for. */
	public int kept() {
		return template.kept();
	}

	public List<Row> rows(Page page) {
		List<Row> rows = new ArrayList<>();
		for (String field : FIELDS) {
			String then = words(page, before, field);
			String now = words(page, after, field);
			if (!then.equals(now)) {
				rows.add(new Row(page.t(RegimeForms.label(field)), then, now));
			}
		}
		rows.addAll(template.rows(page));
		return rows;
	}

	private static String words(Page page, RegimeContent content, String field) {
		return switch (field) {
			case "ten" -> page.text(content.name());
			case "noi-dung" -> page.text(content.content());
			case "can-cu" -> RegimePage.twoLanguages(page, content.legalBasis());
			case "nguon" -> RegimePage.source(page, content.source());
			case "doi-tuong" -> content.subjects().stream().map(level -> RegimePage.level(page, level)).collect(Collectors.joining(" → "))
					+ (content.departmentKind() == null ? "" : " (" + content.departmentKind() + ")") + (content.provinces().isEmpty() ? "" : " · " + page.t("reporting.regime.provinces", "n", content.provinces().size()));
			case "phuong-thuc" -> content.methods().stream().map(method -> page.t("reporting.regime.method." + method)).collect(Collectors.joining("; "));
			case "chot" -> page.text(RuleWords.cutOff(content.rule()));
			case "han" -> page.text(RuleWords.deadline(content.rule()));
			case "mo-truoc" -> page.number(content.rule().opensDaysBefore());
			case "gia-han" -> page.number(content.rule().graceWorkingDays());
			case "tu-dong" -> content.rule().closesWorkingDays() == null ? "" : page.number(content.rule().closesWorkingDays());
			case "dot" -> content.rule().windows().stream().map(window -> page.date(window.from()) + " – " + page.date(window.to())).collect(Collectors.joining("; "));
			case "de-cuong" -> lines(page, content.outline());
			case "huong-dan" -> content.guidance() == null ? "" : page.text(content.guidance());
			default -> page.t("reporting.burden.paper.of", "hours", page.number(content.burden().hoursOnPaper()), "source", RegimePage.source(page, content.burden().source()));
		};
	}

	private static String lines(Page page, List<LocalizedText> lines) {
		return lines.stream().map(page::text).collect(Collectors.joining("; "));
	}

}
