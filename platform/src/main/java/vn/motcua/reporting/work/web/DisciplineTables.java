package vn.motcua.reporting.work.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.Completeness;
import vn.motcua.reporting.work.Completeness.By;
import vn.motcua.reporting.work.Counts;
import vn.motcua.reporting.work.LevelCompleteness;
import vn.motcua.reporting.work.web.DisciplinePage.Ranked;

/** The tables of discipline: by regime, by level, and by agency of a level. */
@Component
class DisciplineTables {

	private final Regimes regimes;

	private final Agencies agencies;

	private final Completeness completeness;

	private final LevelCompleteness levels;

	DisciplineTables(@Lazy Regimes regimes, Agencies agencies, Completeness completeness, LevelCompleteness levels) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.completeness = completeness;
		this.levels = levels;
	}

	/** @param province code of the province whose agencies alone are looked at, empty for the whole country */
	List<Ranked> byRegime(LocalDate from, LocalDate to, String province) {
		List<Ranked> rows = new ArrayList<>();
		for (Regime regime : regimes.all()) {
			Counts counts = completeness.of(regime, from, to, province.isEmpty() ? By.COUNTRY : By.PROVINCE, null).stream().filter(line -> line.code().equals(province))
				.map(Completeness.Line::counts).reduce(Counts.NONE, Counts::plus);
			if (counts.expected() > 0) {
				rows.add(new Ranked(0, regime.code().value(), regime.name(), counts, DisciplineController.HREF + "?che-do=" + regime.code() + "&tu=" + from + "&den=" + to));
			}
		}
		return ordered(rows);
	}

	List<LevelCompleteness.OfLevel> byLevel(Regime regime, LocalDate from, LocalDate to) {
		return levels.of(regime, from, to);
	}

	List<Ranked> ranked(Regime regime, String level, LocalDate from, LocalDate to, String parent) {
		By by = By.valueOf(level.toUpperCase(Locale.ROOT));
		Agency under = parent.isEmpty() ? null : ReportAddress.agency(agencies, parent, to);
		Map<Integer, Ranked> units = new LinkedHashMap<>();
		for (Completeness.Line line : completeness.of(regime, from, to, by, under == null ? null : under.id())) {
			Ranked before = units.get(line.unit());
			Counts counts = before == null ? line.counts() : before.counts().plus(line.counts());
			units.put(line.unit(), new Ranked(0, line.code(), line.name(), counts, href(regime, by, line, from, to)));
		}
		return ordered(new ArrayList<>(units.values()));
	}

	/** A province opens to its communes. */
	private static @Nullable String href(Regime regime, By by, Completeness.Line line, LocalDate from, LocalDate to) {
		return switch (by) {
			case PROVINCE -> regime.subjects().contains(Agency.Level.COMMUNE)
					? DisciplineController.HREF + "?che-do=" + regime.code() + "&cap=commune&don-vi=" + line.code() + "&tu=" + from + "&den=" + to : null;
			case COMMUNE, COUNTRY, MINISTRY, DISTRICT -> null;
		};
	}

	/** What was due first: by timeliness, then completeness, then code; equal shares have one rank. */
	private static List<Ranked> ordered(List<Ranked> rows) {
		rows.sort(Comparator.comparing((Ranked row) -> row.counts().due() == 0).thenComparingDouble(row -> -row.counts().timeliness()).thenComparingDouble(row -> -row.counts().completeness()).thenComparing(Ranked::code));
		List<Ranked> ranked = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			Ranked row = rows.get(i);
			boolean same = i > 0 && rows.get(i - 1).counts().timeliness() == row.counts().timeliness() && rows.get(i - 1).counts().completeness() == row.counts().completeness();
			ranked.add(new Ranked(same ? ranked.getLast().rank() : i + 1, row.code(), row.name(), row.counts(), row.href()));
		}
		return ranked;
	}

}
