package vn.motcua.catalogue.compare;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.FeeFormula;
import vn.motcua.catalogue.FeeFormula.Cell;
import vn.motcua.catalogue.FeeFormula.Exemption;
import vn.motcua.catalogue.FeeFormula.Formula;
import vn.motcua.catalogue.FeeFormula.PerUnit;
import vn.motcua.catalogue.FeeFormula.Reduction;
import vn.motcua.catalogue.FeeFormula.Value;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.kernel.LocalizedText;

/** Fees, part by part. */
final class FeeComparison {

	private final Changes changes;

	FeeComparison(Changes changes) {
		this.changes = changes;
	}

	void between(ServiceVersion before, ServiceVersion after) {
		changes.each(before.fees(), after.fees(), Fee::id, Fee::name, fee -> Words.t("fee"), (old, young) -> {
			LocalizedText name = young.name();
			changes.value(Words.t("fee.name"), old.name(), young.name());
			changes.value(Words.t("fee.kind", "name", name), kind(old), kind(young));
			formula(name, old.formula(), young.formula());
			changes.value(Words.t("fee.when", "name", name), Words.feel(old.when()), Words.feel(young.when()));
			changes.value(Words.t("fee.cases", "name", name), ServiceComparison.caseNames(before, old.cases()), ServiceComparison.caseNames(after, young.cases()));
			changes.value(Words.t("fee.pay-at", "name", name), payAt(old), payAt(young));
			changes.value(Words.t("fee.valid", "name", name), Words.period(old.valid()), Words.period(young.valid()));
			changes.value(Words.t("fee.law", "name", name), Words.plain(old.legalBasis()), Words.plain(young.legalBasis()));
		});
	}

	private void formula(LocalizedText name, FeeFormula old, FeeFormula young) {
		changes.value(Words.t("fee.base", "name", name), amount(old.base()), amount(young.base()));
		changes.texts(Words.t("fee.units", "name", name), units(old), units(young));
		changes.value(Words.t("fee.percentage", "name", name), percentage(old), percentage(young));
		changes.each(old.reductions(), young.reductions(), one -> one.name().vi(), Reduction::name, one -> Words.t("fee.reduction", "name", name), (was, is) -> {
			LocalizedText what = Words.t("fee.reduction.of", "name", name, "reduction", is.name());
			changes.value(what, less(was), less(is));
			changes.value(what, Words.feel(was.when()), Words.feel(is.when()));
			changes.value(what, Words.period(was.valid()), Words.period(is.valid()));
		});
		changes.each(old.exemptions(), young.exemptions(), one -> one.name().vi(), Exemption::name, one -> Words.t("fee.exemption", "name", name), (was, is) -> {
			LocalizedText what = Words.t("fee.exemption.of", "name", name, "exemption", is.name());
			changes.value(what, Words.feel(was.when()), Words.feel(is.when()));
			changes.value(what, Words.period(was.valid()), Words.period(is.valid()));
		});
		changes.value(Words.t("fee.cap", "name", name), amount(old.cap()), amount(young.cap()));
		changes.value(Words.t("fee.times", "name", name), feel(old.times()), feel(young.times()));
		changes.value(Words.t("fee.each", "name", name), feel(old.each()), feel(young.each()));
		changes.value(Words.t("fee.place", "name", name), place(old), place(young));
	}

	private static List<LocalizedText> units(FeeFormula formula) {
		return formula.perUnit().stream().map(FeeComparison::unit).toList();
	}

	private static LocalizedText unit(PerUnit step) {
		LocalizedText name = step.name() == null ? Words.feel(step.units()) : step.name();
		LocalizedText text = Words.t("fee.unit", "amount", value(step.amount(), Words::money), "name", name);
		text = step.after().signum() == 0 ? text : Words.t("fee.unit.after", "unit", text, "after", step.after().toPlainString());
		return step.upTo() == null ? text : Words.t("fee.unit.up-to", "unit", text, "upTo", step.upTo().toPlainString());
	}

	private static @Nullable LocalizedText percentage(FeeFormula formula) {
		return formula.percentage() == null ? null
				: Words.t("fee.share", "rate", value(formula.percentage().rate(), rate -> Words.t("percent", "value", Words.number(rate))), "of",
						formula.percentage().name() == null ? value(formula.percentage().of(), Words::money) : formula.percentage().name());
	}

	private static LocalizedText less(Reduction reduction) {
		return reduction.percent() != null ? value(reduction.percent(), percent -> Words.t("percent", "value", Words.number(percent)))
				: reduction.amount() != null ? value(reduction.amount(), Words::money) : Words.t("nothing");
	}

	private static @Nullable LocalizedText place(FeeFormula formula) {
		return formula.place() == null ? null : LocalizedText.same(String.join(", ", formula.place().provinces().stream().sorted().toList()));
	}

	private static @Nullable LocalizedText feel(@Nullable String expression) {
		return expression == null ? null : Words.feel(expression);
	}

	private static @Nullable LocalizedText amount(@Nullable Value value) {
		return value == null ? null : value(value, Words::money);
	}

	private static LocalizedText value(Value value, Function<BigDecimal, LocalizedText> form) {
		return switch (value) {
			case Formula formula -> formula.feel().matches("-?\\d{1,18}(\\.\\d{1,9})?") ? form.apply(new BigDecimal(formula.feel())) : Words.feel(formula.feel());
			case Cell cell -> Words.t("fee.cell", "table", cell.table(), "column", cell.column(), "by", String.join(", ", cell.where().keySet().stream().sorted().toList()));
		};
	}

	private static LocalizedText kind(Fee fee) {
		return Words.words("catalogue.fee.kind." + fee.kind().name().toLowerCase(java.util.Locale.ROOT));
	}

	private static LocalizedText payAt(Fee fee) {
		return Words.words("catalogue.pay-at." + fee.payAt().name().toLowerCase(java.util.Locale.ROOT));
	}

}
