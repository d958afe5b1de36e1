package vn.motcua.reporting.analysis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.DemoPart;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Page;

/**
 * Three years of figures of the 63 provinces and those of the 34 since, made up for the demonstration and marked as such: written once, after the start, a period
 * at a time. Values come in as corrections of periods that are closed, for nobody owes them.
 */
@Component
@Order(3)
@ConditionalOnBooleanProperty("motcua.demo")
class DemoValues implements DemoPart {

	private static final RegimeCode REGIME = new RegimeCode("VPCP.KTXH.THANG");

	private static final YearMonth FIRST = YearMonth.of(2022, 7);

	/** The last periods are left to who reports in the demonstration. */
	private static final int MONTHS_LEFT = 3;

	private static final Actor MAKER = new Actor(Actor.Kind.PLATFORM, new UUID(0, 5), "Số liệu mô phỏng", null, null, Set.of());

	private final Regimes regimes;

	private final Cells cells;

	private final Sheets sheets;

	private final Agencies agencies;

	private final FigureStore store;

	private final TransactionTemplate transactions;

	private final Clock clock;

	DemoValues(Regimes regimes, Cells cells, Sheets sheets, Agencies agencies, FigureStore store, TransactionTemplate transactions, Clock clock) {
		this.regimes = regimes;
		this.cells = cells;
		this.sheets = sheets;
		this.agencies = agencies;
		this.store = store;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "figures";
	}

	/** Another month belongs to it with every month that passes. */
	@Override
	public boolean once() {
		return false;
	}

	@Override
	public int make() {
		int written = 0;
		int regime = regimes.find(REGIME).orElseThrow().number();
		YearMonth last = YearMonth.from(LocalDate.now(clock.withZone(Page.ZONE))).minusMonths(MONTHS_LEFT);
		Set<LocalDate> there = store.synthetic(regime, FIRST.atDay(1), last.atDay(1));
		List<Cell> asked = cells.of(regime).stream().filter(cell -> cell.breakdown().whole() && DemoFigures.has(cell.indicator())).toList();
		DemoFigures figures = new DemoFigures(agencies);
		for (YearMonth month = FIRST; !month.isAfter(last); month = month.plusMonths(1)) {
			YearMonth of = month;
			if (!there.contains(month.atDay(1)) && Boolean.TRUE.equals(transactions.execute(status -> period(regime, of, asked, figures)))) {
				written++;
			}
		}
		return written;
	}

	/** False when somebody reported there already. */
	private boolean period(int regime, YearMonth month, List<Cell> asked, DemoFigures figures) {
		if (store.reported(regime, month.atDay(1)) || !store.mark(regime, month.atDay(1))) {
			return false;
		}
		Opening opening = regimes.open(regime, month.toString());
		for (Agency province : agencies.all(Agency.Level.PROVINCE, opening.period().to())) {
			List<Sheets.CellChange> values = asked.stream()
				.map(cell -> new Sheets.CellChange(cell.position(), figures.of(province, YearMonth.from(opening.period().to()), cell.indicator(), cell.decimals()), null)).toList();
			sheets.save(new SheetKey(regime, opening.period().starts(), province.id()), values, ValueSource.CORRECTED, MAKER);
		}
		regimes.close(regime, opening.period().starts());
		return true;
	}

}
