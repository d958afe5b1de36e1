package vn.motcua.catalogue.feel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.AnswerNumbers;
import vn.motcua.catalogue.FeeFormula;
import vn.motcua.catalogue.FeeFormula.Cell;
import vn.motcua.catalogue.FeeFormula.Exemption;
import vn.motcua.catalogue.FeeFormula.Formula;
import vn.motcua.catalogue.FeeFormula.PerUnit;
import vn.motcua.catalogue.FeeFormula.Percentage;
import vn.motcua.catalogue.FeeFormula.Reduction;
import vn.motcua.catalogue.FeeFormula.Value;
import vn.motcua.catalogue.FeePart;
import vn.motcua.catalogue.FeePart.Kind;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.kernel.LocalizedText;

/**
 * One fee, once. The running amount stays exact; each part is the difference of the rounded amounts before and after it, so that
 * the parts add up to the amount rounded once.
 */
final class FeeComputation {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** Ten thousand times the state's yearly budget: beyond it something is wrong, and a long is safe. */
	private static final BigDecimal MOST = new BigDecimal("1e17");

	private final FeeFormula formula;

	private final Feel feel;

	private final Map<String, PriceTable> tables;

	private final Map<String, Object> values;

	private final LocalDate on;

	private final List<FeePart> parts = new ArrayList<>();

	private BigDecimal due = BigDecimal.ZERO;

	private boolean known = true;

	FeeComputation(FeeFormula formula, Feel feel, Map<String, PriceTable> tables, Map<String, Object> values, LocalDate on) {
		this.formula = formula;
		this.feel = feel;
		this.tables = tables;
		this.values = values;
		this.on = on;
	}

	/** {@code null} while something it needs is unknown and nobody is exempt. */
	@Nullable List<FeePart> parts() {
		if (formula.base() != null) {
			Found base = find(formula.base());
			add(Kind.BASE, null, null, null, base.number(), base.legalBasis());
		}
		formula.perUnit().forEach(this::units);
		if (formula.percentage() != null) {
			percentage(formula.percentage());
		}
		formula.reductions().stream().filter(one -> one.valid().holdsOn(on) && holds(one.when())).forEach(this::reduce);
		if (formula.cap() != null) {
			limit(formula.cap());
		}
		if (formula.times() != null) {
			BigDecimal times = number(feel.expression(formula.times()).value(values));
			if (times == null || times.compareTo(BigDecimal.ONE) != 0) {
				add(Kind.TIMES, null, due, times, times == null ? null : due.multiply(times).subtract(due), null);
			}
		}
		return exempted();
	}

	private void units(PerUnit step) {
		BigDecimal units = number(feel.expression(step.units()).value(values));
		Found amount = find(step.amount());
		if (units == null) {
			known = false;
			return;
		}
		BigDecimal charged = (step.upTo() == null ? units : units.min(step.upTo())).subtract(step.after());
		if (charged.signum() > 0) {
			add(Kind.UNITS, step.name(), charged, amount.number(), times(charged, amount.number()), amount.legalBasis());
		}
	}

	private void percentage(Percentage percentage) {
		BigDecimal of = find(percentage.of()).number();
		Found rate = find(percentage.rate());
		BigDecimal share = times(of, rate.number());
		add(Kind.PERCENTAGE, percentage.name(), of, rate.number(), share == null ? null : share.divide(HUNDRED), rate.legalBasis());
	}

	private void reduce(Reduction reduction) {
		if (reduction.percent() != null) {
			BigDecimal percent = find(reduction.percent()).number();
			BigDecimal share = times(due, percent);
			add(Kind.REDUCTION, reduction.name(), due, percent, share == null ? null : share.divide(HUNDRED).negate(), reduction.legalBasis());
		}
		if (reduction.amount() != null) {
			BigDecimal amount = find(reduction.amount()).number();
			add(Kind.REDUCTION, reduction.name(), null, null, amount == null ? null : amount.min(due).negate(), reduction.legalBasis());
		}
	}

	/** A table without a row for these answers sets no limit. */
	private void limit(Value written) {
		Found cap = find(written);
		if (cap.number() == null) {
			known &= written instanceof Cell;
		}
		else if (due.compareTo(cap.number()) > 0) {
			add(Kind.CAP, null, cap.number(), null, cap.number().subtract(due), cap.legalBasis());
		}
	}

	private @Nullable List<FeePart> exempted() {
		for (Exemption exemption : formula.exemptions()) {
			if (exemption.valid().holdsOn(on) && holds(exemption.when())) {
				if (!known) {
					return List.of(new FeePart(Kind.EXEMPTION, exemption.name(), null, null, 0, exemption.legalBasis()));
				}
				add(Kind.EXEMPTION, exemption.name(), null, null, due.negate(), exemption.legalBasis());
				break;
			}
		}
		return known ? parts : null;
	}

	private void add(Kind kind, @Nullable LocalizedText name, @Nullable BigDecimal of, @Nullable BigDecimal rate, @Nullable BigDecimal amount,
			@Nullable String legalBasis) {
		if (amount == null || due.add(amount).abs().compareTo(MOST) > 0) {
			known = false;
			return;
		}
		long before = rounded(due);
		due = due.add(amount);
		parts.add(new FeePart(kind, name, of, rate, rounded(due) - before, legalBasis));
	}

	private static long rounded(BigDecimal amount) {
		return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	private boolean holds(String condition) {
		return feel.expression(condition).holds(values);
	}

	/** A value and the legal basis that stands beside it in its table. */
	private record Found(@Nullable BigDecimal number, @Nullable String legalBasis) {
	}

	private Found find(Value value) {
		return switch (value) {
			case Formula formula -> new Found(number(feel.expression(formula.feel()).value(values)), null);
			case Cell cell -> {
				Map<String, String> where = new HashMap<>();
				cell.where().forEach((column, wanted) -> where.put(column, String.valueOf(feel.expression(wanted).value(values))));
				PriceTable table = tables.get(cell.table());
				yield table == null ? new Found(null, null) : table.find(where, on).map(row -> new Found(number(row.get(cell.column())), basis(row)))
					.orElse(new Found(null, null));
			}
		};
	}

	private static @Nullable String basis(Map<String, String> row) {
		String basis = row.getOrDefault("legal_basis", "");
		return basis.isEmpty() ? null : basis;
	}

	private static @Nullable BigDecimal times(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return one == null || other == null ? null : one.multiply(other);
	}

	private static @Nullable BigDecimal number(@Nullable Object value) {
		return switch (value) {
			case BigDecimal number -> AnswerNumbers.of(number);
			case Double number when !Double.isFinite(number) -> null;
			case Number number -> AnswerNumbers.of(new BigDecimal(number.toString()));
			case String text when BundleFunctions.isNumber(text) -> new BigDecimal(text);
			case null, default -> null;
		};
	}

}
