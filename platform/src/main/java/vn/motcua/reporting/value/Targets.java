package vn.motcua.reporting.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.value.PeriodDays.Period;

/** Finds for a line the cell of the sheet it means; each code is looked up once a request, lines after that compare bytes. */
@Component
class Targets {

	private final Regimes regimes;

	private final Agencies agencies;

	private final StoredCells cells;

	private final PeriodDays days;

	Targets(@Lazy Regimes regimes, Agencies agencies, StoredCells cells, PeriodDays days) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.cells = cells;
		this.days = days;
	}

	/** For one request. */
	Reading reading(ValueBatch batch, WrittenNumber.Style style) {
		return new Reading(batch, style, null);
	}

	/** For one request about one sheet only: lines of another are refused. */
	Reading reading(ValueBatch batch, WrittenNumber.Style style, SheetKey only) {
		return new Reading(batch, style, only);
	}

	/** A regime and a period: what is known of their codes. */
	private static final class Context {

		final Regime regime;

		final LocalDate starts;

		final LocalDate day;

		final List<Cell> cells;

		final ByteKeys agencies = new ByteKeys();

		final ByteKeys places = new ByteKeys();

		Context(Regime regime, LocalDate starts, LocalDate day, List<Cell> cells) {
			this.regime = regime;
			this.starts = starts;
			this.day = day;
			this.cells = cells;
		}

	}

	/** Takes lines of one request one after the other. */
	final class Reading {

		private static final int UNKNOWN = -1;

		private static final int MOST_CONTEXTS = 4_000;

		private final ValueBatch batch;

		private final WrittenNumber.Style style;

		private final SheetKey only;

		private final List<Context> contexts = new ArrayList<>();

		private final ByteKeys byName = new ByteKeys();

		private final byte[] name = new byte[256];

		private Reading(ValueBatch batch, WrittenNumber.Style style, SheetKey only) {
			this.batch = batch;
			this.style = style;
			this.only = only;
		}

		void take(ValueLine line) {
			Context context = context(line);
			if (context == null) {
				return;
			}
			int sheet = sheet(context, line);
			int place = place(context, line);
			if (sheet == UNKNOWN || place == UNKNOWN) {
				return;
			}
			int decimals = context.cells.get(place).decimals();
			long amount = WrittenNumber.read(line.bytes, line.from[ValueLine.VALUE], line.to[ValueLine.VALUE], decimals,
					line.plain ? WrittenNumber.Style.POINT : style);
			String wrong = wrong(amount);
			if (wrong == null) {
				batch.add(sheet, place, amount, line.number);
			}
			else {
				Object max = amount == WrittenNumber.TOO_MANY_DECIMALS ? decimals : Amounts.DIGITS;
				batch.problem(ValueProblem.of(line, ValueLine.VALUE, wrong, Map.of("value", line.shown(ValueLine.VALUE), "max", max)));
			}
		}

		private Context context(ValueLine line) {
			int length = named(line, ValueLine.REGIME, ValueLine.PERIOD);
			int number = length < 0 ? UNKNOWN : byName.find(name, 0, length);
			if (number == ByteKeys.NONE) {
				if (contexts.size() == MOST_CONTEXTS) {
					throw new ProblemException(ReportingProblem.TOO_MANY_VALUES, "max", MOST_CONTEXTS);
				}
				Context found = find(line);
				number = found == null ? UNKNOWN : contexts.size();
				if (found != null) {
					contexts.add(found);
					byName.put(name, 0, length, number);
				}
				return found;
			}
			if (number == UNKNOWN) {
				find(line);
				return null;
			}
			return contexts.get(number);
		}

		/** What is wrong is said for each line it stands in. */
		private Context find(ValueLine line) {
			Regime regime;
			try {
				regime = ReportAddress.regime(regimes, line.text(ValueLine.REGIME));
			}
			catch (ProblemException unknown) {
				unknown(line, ValueLine.REGIME, "reporting.unknown-regime", regimes.all().stream().map(known -> known.code().value()).toList());
				return null;
			}
			try {
				String code = DhisPeriods.code(line.text(ValueLine.PERIOD)).orElseGet(() -> line.text(ValueLine.PERIOD));
				LocalDate starts = ReportAddress.opening(regimes, regime, code).period().starts();
				Optional<LocalDate> day = days.find(new Period(regime.number(), starts));
				return new Context(regime, starts, day.orElseThrow(), cells.of(regime.number()));
			}
			catch (ProblemException unknown) {
				batch.problem(ValueProblem.of(line, ValueLine.PERIOD, "reporting.unknown-period"));
				return null;
			}
		}

		private int sheet(Context context, ValueLine line) {
			int from = line.from[ValueLine.AGENCY];
			int to = line.to[ValueLine.AGENCY];
			int sheet = context.agencies.find(line.bytes, from, to);
			if (sheet == ByteKeys.NONE) {
				sheet = findSheet(context, line);
				if (context.agencies.size() < ValueBatch.MOST_VALUES / 10) {
					context.agencies.put(line.bytes, from, to, sheet);
				}
			}
			if (sheet == UNKNOWN) {
				batch.problem(ValueProblem.of(line, ValueLine.AGENCY, "reporting.unknown-agency", Map.of("value", line.shown(ValueLine.AGENCY), "day", context.day)));
			}
			return sheet;
		}

		private int findSheet(Context context, ValueLine line) {
			try {
				Agency agency = ReportAddress.agency(agencies, line.text(ValueLine.AGENCY), context.day);
				SheetKey key = new SheetKey(context.regime.number(), context.starts, agency.id());
				return only != null && !only.equals(key) ? UNKNOWN : batch.sheet(key.regime(), key.period(), agency.id().value(), line.number);
			}
			catch (ProblemException unknown) {
				return UNKNOWN;
			}
		}

		private int place(Context context, ValueLine line) {
			int length = named(line, ValueLine.INDICATOR, ValueLine.BREAKDOWN);
			int place = length < 0 ? UNKNOWN : context.places.find(name, 0, length);
			if (place == ByteKeys.NONE) {
				place = find(context, line).map(Cell::position).orElse(UNKNOWN);
				if (place != UNKNOWN) {
					context.places.put(name, 0, length, place);
				}
			}
			if (place == UNKNOWN) {
				unknownCell(context, line);
			}
			return place;
		}

		private Optional<Cell> find(Context context, ValueLine line) {
			try {
				return cells.find(context.regime.number(), new IndicatorCode(line.text(ValueLine.INDICATOR)), breakdown(line.text(ValueLine.BREAKDOWN)));
			}
			catch (IllegalArgumentException malformed) {
				return Optional.empty();
			}
		}

		/** What DHIS2 calls the default is the whole. */
		private static Breakdown breakdown(String written) {
			return written.equals("default") || written.equals("HllvX50cXC0") ? Breakdown.WHOLE : new Breakdown(written);
		}

		private void unknownCell(Context context, ValueLine line) {
			if (batch.toldEnough()) {
				batch.problem(ValueProblem.of(line, ValueLine.INDICATOR, "reporting.unknown-indicator"));
				return;
			}
			String indicator = line.text(ValueLine.INDICATOR);
			List<String> breakdowns = context.cells.stream().filter(cell -> cell.indicator().value().equals(indicator)).map(cell -> cell.breakdown().value()).toList();
			if (breakdowns.isEmpty()) {
				unknown(line, ValueLine.INDICATOR, "reporting.unknown-indicator", context.cells.stream().map(cell -> cell.indicator().value()).distinct().toList());
			}
			else {
				unknown(line, ValueLine.BREAKDOWN, "reporting.unknown-breakdown", breakdowns);
			}
		}

		/** With the nearest known code, where one is near. */
		private void unknown(ValueLine line, int field, String code, List<String> known) {
			Optional<String> nearest = batch.toldEnough() || line.to[field] - line.from[field] > 60 ? Optional.empty() : Nearest.to(line.text(field), known);
			batch.problem(nearest.map(near -> ValueProblem.of(line, field, code + "-near", Map.of("value", line.shown(field), "nearest", near)))
				.orElseGet(() -> ValueProblem.of(line, field, code)));
		}

		/** Two fields as one key; -1 when they are longer than any code. */
		private int named(ValueLine line, int one, int other) {
			int first = line.to[one] - line.from[one];
			int second = line.to[other] - line.from[other];
			if (first + second + 1 > name.length) {
				return -1;
			}
			System.arraycopy(line.bytes, line.from[one], name, 0, first);
			name[first] = '\n';
			System.arraycopy(line.bytes, line.from[other], name, first + 1, second);
			return first + second + 1;
		}

		private static String wrong(long amount) {
			if (amount == WrittenNumber.NO_NUMBER) {
				return "reporting.no-number";
			}
			if (amount == WrittenNumber.AMBIGUOUS) {
				return "reporting.number-ambiguous";
			}
			if (amount == WrittenNumber.TOO_MANY_DECIMALS) {
				return "reporting.decimals";
			}
			return amount == WrittenNumber.TOO_MANY_DIGITS ? "reporting.digits" : null;
		}

	}

}
