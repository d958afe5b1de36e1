package vn.motcua.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Actor;

/**
 * The values of agencies. Every change is an entry that is never altered; a sheet is the fold of its entries, and each entry reaches the totals
 * above within a second.
 */
public interface Sheets {

	/** @param amounts by position; cells without a value are not in it */
	record Sheet(SheetKey key, int version, Map<Integer, BigDecimal> amounts, @Nullable Instant savedAt) {
	}

	/**
	 * @param amount {@code null} empties the cell
	 * @param seenVersion version of the sheet the writer saw; when the cell was changed since by somebody else it is refused as a conflict;
	 * {@code null} writes over whatever is there
	 */
	record CellChange(int position, @Nullable BigDecimal amount, @Nullable Integer seenVersion) {
	}

	/** @param conflicts cells that somebody else changed since the writer saw them, with what stands there now; nothing of these was written */
	record Saved(int version, List<Conflict> conflicts) {
	}

	record Conflict(int position, @Nullable BigDecimal amount, int version, String by, Instant at) {
	}

	/** One change of one cell, newest first when listed. */
	record Change(int version, int position, @Nullable BigDecimal before, @Nullable BigDecimal amount, ValueSource source, UUID account, String by,
			Instant at) {
	}

	/** An empty sheet of version 0 where nothing was saved yet. */
	Sheet sheet(SheetKey key);

	List<Sheet> sheets(Collection<SheetKey> keys);

	/**
	 * One cell of every agency, for the periods of a regime that begin within the days, earliest first.
	 *
	 * @param agencies numbers of the agencies asked about, empty for all that reported
	 */
	List<Column> column(int regime, int position, LocalDate from, LocalDate to, Collection<Integer> agencies);

	/** Amounts in the cell's smallest unit, {@link Totals#EMPTY} where the sheet has none; beside them the agencies, in no order. */
	record Column(LocalDate period, int[] agencies, long[] amounts) {
	}

	/** As it stood at an earlier version. */
	Sheet sheet(SheetKey key, int version);

	/**
	 * One transaction, joined when there is one; computed cells of the template follow in it. Asks {@link Reports#fillable} first, but for figures that are counted or corrected: who does that
	 * answers for it.
	 *
	 * @throws vn.motcua.kernel.problem.ProblemException with a field {@code /cells/<position>} for a place the regime has not, more decimals than the
	 * cell has, or an amount beyond 15 digits
	 */
	Saved save(SheetKey key, List<CellChange> changes, ValueSource source, Actor actor);

	/** What changed since a version, for whoever looks at the same sheet, oldest first: so many saves, and whether there are more after them. */
	Changes changesSince(SheetKey key, int version);

	/** @param version up to which the changes go: where to go on from @param more whether later ones are left */
	record Changes(List<Change> changes, int version, boolean more) {
	}

	/** Whether any value of a sheet ever came in this way. */
	boolean came(SheetKey key, ValueSource source);

	/** A cell as it stood at a moment. */
	record Moment(int position, Instant at) {
	}

	/** What stood in cells at moments after which they were changed; those that were empty then are not in it. */
	Map<Moment, BigDecimal> before(SheetKey key, Collection<Moment> moments);

	/** History of one cell, newest first, at most 200. */
	List<Change> history(SheetKey key, int position);

}
