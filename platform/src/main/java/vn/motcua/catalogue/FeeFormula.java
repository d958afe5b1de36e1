package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/**
 * How a fee comes about: (base + units + percentage − reductions, at most the cap) × times, rounded once to whole đồng, halves
 * up; nothing for whoever is exempt. Amounts are đồng, rates are per cent (12 is 12 %).
 *
 * @param each dotted path of a group: the fee is computed for every repetition, which FEEL sees as {@code item}
 * @param times FEEL, how often the capped amount is due; {@code null} for once
 * @param place only there; {@code null} for everywhere
 */
public record FeeFormula(@Nullable Value base, List<PerUnit> perUnit, @Nullable Percentage percentage, List<Reduction> reductions,
		List<Exemption> exemptions, @Nullable Value cap, @Nullable String each, @Nullable String times, @Nullable Place place) {

	/** A number that is written down, computed or found in a table. */
	public sealed interface Value {
	}

	/** FEEL; a plain number is one too. */
	public record Formula(String feel) implements Value {
	}

	/**
	 * A cell of a table of the bundle: of the first row in force on the day whose columns have these values, an empty cell
	 * standing for any.
	 *
	 * @param where FEEL by column
	 */
	public record Cell(String table, Map<String, String> where, String column) implements Value {
	}

	/**
	 * An amount for each unit after {@code after}, up to {@code upTo} (both counted from the first).
	 *
	 * @param units FEEL, how many there are
	 * @param name what one is called
	 */
	public record PerUnit(Value amount, String units, BigDecimal after, @Nullable BigDecimal upTo, @Nullable LocalizedText name) {
	}

	/** A rate of a value. */
	public record Percentage(Value of, Value rate, @Nullable LocalizedText name) {
	}

	/**
	 * Taken off what is due so far: a share in per cent, or an amount.
	 *
	 * @param when FEEL
	 */
	public record Reduction(LocalizedText name, String when, @Nullable Value percent, @Nullable Value amount, Period valid, @Nullable String legalBasis) {
	}

	/**
	 * Who pays nothing.
	 *
	 * @param when FEEL
	 */
	public record Exemption(LocalizedText name, String when, Period valid, @Nullable String legalBasis) {
	}

	/**
	 * Provinces in which the fee is due.
	 *
	 * @param at dotted path of the address that decides
	 * @param provinces statistics codes
	 */
	public record Place(String at, Set<String> provinces) {
	}

	/** First and last day. */
	public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

		public boolean holdsOn(LocalDate day) {
			return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
		}

	}

}
