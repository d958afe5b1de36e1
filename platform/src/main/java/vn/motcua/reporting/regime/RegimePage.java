package vn.motcua.reporting.regime;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.reporting.AgencyWords;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.burden.RegimeBurden;
import vn.motcua.site.Page;

/**
 * One regime as people read it.
 *
 * @param versions newest first; drafts only for who designs them
 * @param periods earliest first
 * @param owner who issued it
 * @param ownerAddresses what reaches the owner in a period, as reports are addressed
 * @param compared number of the version whose differences are shown
 * @param until day of its end as it was typed
 * @param problem what is wrong with that
 * @param department what the departments that report are called, {@code null} where none do
 * @param provinces names of those that report, empty for all
 */
public record RegimePage(Regime regime, AgencyWords owner, Function<Opening, String> ownerAddresses, Template template, List<VersionRow> versions, List<Opening> periods, Instant now,
		@Nullable LocalizedText department, List<LocalizedText> provinces, RegimeBurden burden, boolean designs, int compared, @Nullable VersionChanges changes, String until, @Nullable FieldProblem problem) {

	private static final Pattern FIGURE = Pattern.compile("[A-Z][A-Z0-9_]{1,23}(?:\\[[^\\]]*])?");

	/** As many indicators as one look at the figures shows. */
	private static final int MOST_SHOWN = 20;

	/** @param state draft, published or ended: key of words */
	public record VersionRow(int number, String state, java.time.LocalDate validFrom, java.time.@Nullable LocalDate validUntil, String changedBy, boolean draft) {
	}

	public static String href(Regime regime) {
		return "/bao-cao/che-do/" + regime.code();
	}

	/** Where its owner sees who has reported for a period. */
	public String gatherHref(Opening opening) {
		return "/bao-cao/tong-hop/" + ownerAddresses.apply(opening);
	}

	/** The figures of the whole country, or by province, until the last period that can be reported for, though its name may begin after today; {@code null} when it asks for none. */
	public @Nullable String figuresHref(String level) {
		String codes = template.tables().stream().flatMap(table -> table.cells().stream()).filter(cell -> cell.indicator() != null && cell.breakdown().whole())
			.map(cell -> cell.indicator().value()).distinct().limit(MOST_SHOWN).collect(Collectors.joining(","));
		String until = periods.stream().filter(opening -> !now.isBefore(opening.opensAt())).reduce((_, later) -> later)
			.map(opening -> "&to=" + YearMonth.from(opening.period().starts())).orElse("");
		return codes.isEmpty() ? null : "/bao-cao/phan-tich?regime=" + regime.code() + "&level=" + level + until + "&indicator=" + codes;
	}

	/** Whether agencies can report for a period now. */
	public boolean open(Opening opening) {
		return !now.isBefore(opening.opensAt()) && opening.closedAt() == null;
	}

	/** Headings of the narrative as the contents list them, else those of its sections. */
	public List<LocalizedText> outline() {
		return regime.outline().isEmpty() ? template.narratives().stream().map(Template.Narrative::heading).toList() : regime.outline();
	}

	/** {@code Xã → Huyện → Tỉnh}. */
	public static String subjects(Page page, Regime regime) {
		return String.join(" → ", regime.subjects().stream().map(level -> level(page, level)).toList());
	}

	public static String level(Page page, Agency.Level level) {
		return page.t("agency.level." + level.name().toLowerCase(java.util.Locale.ROOT));
	}

	/** Vietnamese, and English after a stroke where there is any. */
	public static String twoLanguages(Page page, String line) {
		return line.isBlank() ? "" : page.text(RegimeForm.twoLanguages(line));
	}

	/** {@code unverified} and {@code synthetic} in words, any other source as it is written. */
	public static String source(Page page, String source) {
		return source.equals("unverified") || source.equals("synthetic") ? page.t("reporting." + source) : twoLanguages(page, source);
	}

	public static String cell(Template.Table table, Template.Row row, Template.Column column) {
		return table.cells().stream().filter(cell -> cell.row().equals(row.code()) && cell.column().equals(column.code())).findFirst()
			.map(cell -> cell.indicator() == null ? "=" : cell.indicator() + (cell.breakdown().whole() ? "" : " [" + cell.breakdown() + "]") + (cell.formula() == null ? "" : " ="))
			.orElse("");
	}

	/** A formula with the figures of the same table by their places: by their column in the same row, by their row in the same column, else by both. */
	public static @Nullable String formula(Template.Table table, Template.Row row, Template.Column column) {
		@Nullable String formula = table.cells().stream().filter(cell -> cell.row().equals(row.code()) && cell.column().equals(column.code())).findFirst().map(Template.TableCell::formula).orElse(null);
		return formula == null ? null : FIGURE.matcher(formula).replaceAll(figure -> Matcher.quoteReplacement(table.cells().stream().filter(cell -> figure(cell).equals(figure.group())).findFirst()
			.map(cell -> cell.row().equals(row.code()) ? cell.column() : cell.column().equals(column.code()) ? cell.row() : cell.row() + "/" + cell.column()).orElse(figure.group())));
	}

	private static String figure(Template.TableCell cell) {
		return cell.indicator() + (cell.breakdown().whole() ? "" : "[" + cell.breakdown() + "]");
	}

}
