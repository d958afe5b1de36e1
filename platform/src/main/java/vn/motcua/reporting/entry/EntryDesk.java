package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.Template;
import vn.motcua.reporting.ValueSource;

/**
 * Saves what a clerk changed: figures with the computed cells that follow from them, words and rows, in one transaction. One report is saved by one writer
 * at a time, so a sum is always of what stands beside it.
 */
@Service
class EntryDesk {

	private static final String LOCK = "select pg_advisory_xact_lock(:regime, hashtext(:sheet))";

	private static final int MOST_CHANGES = 2_000;

	private final Reports reports;

	private final Sheets sheets;

	private final ComputedCells computed;

	private final TextStore texts;

	private final GrowingRowStore rows;

	private final JdbcClient jdbc;

	private final Attempts attempts;

	EntryDesk(Reports reports, Sheets sheets, ComputedCells computed, TextStore texts, GrowingRowStore rows, JdbcClient jdbc, Attempts attempts) {
		this.reports = reports;
		this.sheets = sheets;
		this.computed = computed;
		this.texts = texts;
		this.rows = rows;
		this.jdbc = jdbc;
		this.attempts = attempts;
	}

	/** @param words texts and rows that were changed */
	record Changes(List<CellChange> cells, List<ReportText.Change> words, List<GrowingRow> rows) {

		static Changes cells(List<CellChange> cells) {
			return new Changes(cells, List.of(), List.of());
		}

		boolean none() {
			return cells.isEmpty() && words.isEmpty() && rows.isEmpty();
		}

	}

	/**
	 * @param computed what the computed cells with a place are now
	 * @param conflicts figures that somebody else changed meanwhile
	 * @param meanwhile words and rows that somebody else changed meanwhile, as they stand now
	 */
	record Outcome(int version, Map<Integer, BigDecimal> computed, List<Sheets.Conflict> conflicts, List<Meanwhile> meanwhile) {

		/** Before anything is saved. */
		static final Outcome NOTHING = new Outcome(0, Map.of(), List.of(), List.of());

		boolean whole() {
			return conflicts.isEmpty() && meanwhile.isEmpty();
		}

	}

	/** Saving figures asks whether they may be changed and says that they were; with words alone it is done here. */
	Outcome save(ReportForm form, Changes changes, ValueSource source, Actor actor) {
		check(form, changes);
		return attempts.make(() -> written(form, changes, source, actor));
	}

	private Outcome written(ReportForm form, Changes changes, ValueSource source, Actor actor) {
		SheetKey key = form.address().key();
		boolean wordsAlone = changes.cells().isEmpty();
		if (wordsAlone) {
			reports.fillable(key, source, actor);
		}
		lock(key);
		List<Meanwhile> meanwhile = new ArrayList<>();
		// An explanation is of the figures that are saved with it.
		Outcome outcome = figures(form, key, changes.cells(), source, actor, meanwhile);
		texts.write(key, changes.words(), source, actor).stream().flatMap(change -> texts.find(key, change.kind(), change.code()).stream())
			.forEach(text -> meanwhile.add(Meanwhile.of(text)));
		changes.rows().stream().filter(row -> !rows.write(key, row, actor)).forEach(row -> rows.meanwhile(key, row).ifPresent(meanwhile::add));
		requireRoom(form, key, changes.rows());
		if (wordsAlone) {
			reports.touched(key, source, actor);
		}
		return outcome;
	}

	/** What follows from figures below, or of earlier reports, changes without this report being written: what is put before the leader, signed and summed is in line with it. */
	void complete(ReportForm form, Actor actor) {
		attempts.run(() -> completed(form, actor));
	}

	private void completed(ReportForm form, Actor actor) {
		SheetKey key = form.address().key();
		lock(key);
		Map<Integer, BigDecimal> amounts = sheets.sheet(key).amounts();
		List<CellChange> following = differing(computed.of(form, amounts), form, amounts).stream().filter(change -> change.amount() != null).toList();
		if (!following.isEmpty()) {
			sheets.save(key, following, source(actor), actor);
		}
	}

	/** How what an actor writes comes in. */
	static ValueSource source(Actor actor) {
		return switch (actor.kind()) {
			case AGENCY_SYSTEM -> ValueSource.API;
			case PLATFORM -> ValueSource.COUNTED;
			case OFFICER, CITIZEN, ENTERPRISE -> ValueSource.TYPED;
		};
	}

	private void lock(SheetKey key) {
		jdbc.sql(LOCK).param("regime", key.regime()).param("sheet", key.period() + " " + key.agency()).query((row, number) -> 1).single();
	}

	private void requireRoom(ReportForm form, SheetKey key, List<GrowingRow> written) {
		for (Template.Table table : form.template().tables()) {
			if (written.stream().anyMatch(row -> row.table().equals(table.code())) && rows.count(key, table.code()) > table.growing()) {
				throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/rows/" + table.code(), "reporting.rows", "max", table.growing())));
			}
		}
	}

	/** What follows from the same sheet is saved with it; what reads the reports below is saved here. */
	private Outcome figures(ReportForm form, SheetKey key, List<CellChange> changes, ValueSource source, Actor actor, List<Meanwhile> meanwhile) {
		if (changes.isEmpty()) {
			return new Outcome(sheets.sheet(key).version(), Map.of(), List.of(), meanwhile);
		}
		Sheets.Saved saved = sheets.save(key, changes, source, actor);
		if (form.formulas().cells().isEmpty()) {
			return new Outcome(saved.version(), Map.of(), saved.conflicts(), meanwhile);
		}
		Map<Integer, BigDecimal> after = sheets.sheet(key).amounts();
		Map<Integer, BigDecimal> sums = computed.of(form, after);
		List<CellChange> following = differing(sums, form, after);
		int version = following.isEmpty() ? saved.version() : sheets.save(key, following, source, actor).version();
		return new Outcome(version, sums, saved.conflicts(), meanwhile);
	}

	/** Computed cells whose value is not what stands in the sheet. */
	private List<CellChange> differing(Map<Integer, BigDecimal> sums, ReportForm form, Map<Integer, BigDecimal> amounts) {
		return computed.places(form).stream().filter(place -> !same(sums.get(place), amounts.get(place)))
			.map(place -> new CellChange(place, sums.get(place), null)).toList();
	}

	private static boolean same(BigDecimal one, BigDecimal other) {
		return one == null || other == null ? Objects.equals(one, other) : one.compareTo(other) == 0;
	}

	private static void check(ReportForm form, Changes changes) {
		if (changes.cells().size() > MOST_CHANGES || changes.words().size() > MOST_CHANGES) {
			throw new ProblemException(CommonProblem.TOO_LARGE, "max", MOST_CHANGES);
		}
		List<FieldProblem> problems = new ArrayList<>();
		for (CellChange change : changes.cells()) {
			FormTable.FormCell cell = form.byPlace().get(change.position());
			if (cell == null || !cell.typed()) {
				problems.add(FieldProblem.of("/cells/" + change.position(), cell == null ? "reporting.no-cell" : "reporting.computed-cell"));
			}
		}
		problems.addAll(Words.problems(form, changes));
		if (!problems.isEmpty()) {
			throw new ProblemException(CommonProblem.FIELDS, problems);
		}
	}

}
