package vn.motcua.agency.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;

/** Every unit of every day, in memory and never changed: a new import makes a new tree. */
public final class AgencyTree {

	public static final Comparator<Period> BY_CODE = Comparator.comparing((Period period) -> period.code() == null ? "" : period.code())
		.thenComparingInt(Period::unit);

	private final long version;

	private final Rows<Period> lives;

	private final Rows<Period> under;

	private final Rows<Period> working;

	private final Rows<Period> byLevel;

	private final Rows<Period> byCode;

	private final Rows<Succession> wentInto;

	private final Rows<Succession> cameFrom;

	private final Rows<ExchangeCode> exchangeCodes;

	private final Rows<ExchangeCode> byExchangeCode;

	private volatile @Nullable TreeShapes shapes;

	private AgencyTree(long version, List<Period> periods, List<Succession> successions, List<ExchangeCode> codes) {
		this.version = version;
		this.lives = Rows.by(Period::unit, periods);
		this.under = Rows.by(Period::parent, periods);
		this.working = Rows.by(Period::territory, periods.stream().filter(period -> period.territory() != 0).toList());
		this.byLevel = Rows.by(period -> period.level().ordinal(), periods);
		this.byCode = Rows.by(period -> hash(period.level(), period.code()), periods.stream().filter(period -> period.code() != null).toList());
		this.wentInto = Rows.by(Succession::from, successions);
		this.cameFrom = Rows.by(Succession::to, successions);
		this.exchangeCodes = Rows.by(ExchangeCode::unit, codes);
		this.byExchangeCode = Rows.by(code -> code.turned().hashCode(), codes);
	}

	/** @param periods of one unit in the order of their days */
	public static AgencyTree of(long version, List<Period> periods, List<Succession> successions, List<ExchangeCode> exchangeCodes) {
		return new AgencyTree(version, periods, successions, exchangeCodes);
	}

	public long version() {
		return version;
	}

	/** Numbers of all units of all days. */
	IntStream units() {
		return lives.all().stream().mapToInt(Period::unit).distinct();
	}

	/** A unit's life in order, empty for a number nobody has. */
	public List<Period> life(int unit) {
		return lives.of(unit);
	}

	public Optional<Period> find(int unit, LocalDate on) {
		return life(unit).stream().filter(period -> period.covers(on)).findFirst();
	}

	/** The state on that day, else the last before, else the first after; empty for a number nobody has. */
	public Optional<Period> nearest(int unit, LocalDate on) {
		List<Period> life = life(unit);
		Optional<Period> begun = life.stream().filter(period -> !period.from().isAfter(on)).reduce((earlier, later) -> later);
		return begun.or(() -> life.stream().findFirst());
	}

	public Optional<Period> byCode(Level level, String code, LocalDate on) {
		return holders(level, code).stream().filter(period -> period.covers(on)).findFirst();
	}

	/** Every stretch in which some unit held this code, in the order of their days. */
	public List<Period> holders(Level level, String code) {
		return byCode.of(hash(level, code)).stream().filter(period -> period.level() == level && code.equals(period.code()))
			.sorted(Comparator.comparing(Period::from)).toList();
	}

	/** By a statistics code of 2, 3 or 5 digits, or an exchange code. */
	public Optional<Period> byAnyCode(String code, LocalDate on) {
		Optional<Level> level = levelOf(code);
		return level.isPresent() ? byCode(level.get(), code, on) : byExchangeCode(code, on);
	}

	/** Numbers of all units that ever held a statistics code or an exchange code, the earliest first. */
	public List<Integer> everyHolder(String code) {
		Optional<Level> level = levelOf(code);
		if (level.isPresent()) {
			return holders(level.get(), code).stream().map(Period::unit).distinct().toList();
		}
		String turned = ExchangeCode.turned(code);
		return byExchangeCode.of(turned.hashCode()).stream().filter(held -> held.turned().equals(turned))
			.sorted(Comparator.comparing(ExchangeCode::from)).map(ExchangeCode::unit).distinct().toList();
	}

	private static Optional<Level> levelOf(String code) {
		if (!code.chars().allMatch(c -> c >= '0' && c <= '9')) {
			return Optional.empty();
		}
		return switch (code.length()) {
			case 2 -> Optional.of(Level.PROVINCE);
			case 3 -> Optional.of(Level.DISTRICT);
			case 5 -> Optional.of(Level.COMMUNE);
			default -> Optional.empty();
		};
	}

	/** By a code of either scheme. */
	public Optional<Period> byExchangeCode(String code, LocalDate on) {
		String turned = ExchangeCode.turned(code);
		return byExchangeCode.of(turned.hashCode()).stream().filter(held -> held.covers(on) && held.turned().equals(turned))
			.flatMap(held -> find(held.unit(), on).stream()).findFirst();
	}

	/** Code of a unit on a day, written in the scheme of that day. */
	public @Nullable String exchangeCode(int unit, LocalDate on) {
		return exchangeCodes(unit).stream().filter(code -> code.covers(on)).findFirst().map(code -> code.written(on)).orElse(null);
	}

	public List<ExchangeCode> exchangeCodes(int unit) {
		return exchangeCodes.of(unit);
	}

	/** Units of a level directly under a parent, in the order of their codes. */
	public List<Period> children(int parent, Level level, LocalDate on) {
		return under.of(parent).stream().filter(period -> period.level() == level && period.covers(on)).sorted(BY_CODE).toList();
	}

	/** Agencies that work for a territory. */
	public List<Period> working(int territory, LocalDate on) {
		return working.of(territory).stream().filter(period -> period.covers(on)).sorted(BY_CODE).toList();
	}

	/** Numbers of the agencies of a kind that work for a territory on any day. */
	List<Integer> everWorking(int territory, String kind) {
		return working.of(territory).stream().filter(period -> period.kind().equals(kind)).map(Period::unit).distinct().toList();
	}

	public List<Period> all(Level level, LocalDate on) {
		return byLevel.of(level.ordinal()).stream().filter(period -> period.covers(on)).sorted(BY_CODE).toList();
	}

	public List<Succession> wentInto(int unit) {
		return wentInto.of(unit);
	}

	public List<Succession> cameFrom(int unit) {
		return cameFrom.of(unit);
	}

	/** A digest of who stands under whom on a day, in whatever order the units are read; worked out for all days when it is first asked for. */
	public long shape(LocalDate on) {
		TreeShapes known = shapes;
		if (known == null) {
			known = TreeShapes.of(this, lives.all());
			shapes = known;
		}
		return known.on(on);
	}

	/** The day itself where the period covers it, else the day of the period that is nearest to it. */
	static LocalDate dayWithin(Period period, LocalDate on) {
		if (on.isBefore(period.from())) {
			return period.from();
		}
		return period.until() != null && !on.isBefore(period.until()) ? period.until().minusDays(1) : on;
	}

	private static int hash(Level level, @Nullable String code) {
		return level.ordinal() * 31 + (code == null ? 0 : code.hashCode());
	}

}
