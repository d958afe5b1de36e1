package vn.motcua.reporting.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportPeriod;
import vn.motcua.reporting.Template;

/** Monthly regimes of the tables alone, for tests that need no designer. */
final class FixtureRegimes implements Regimes {

	private static final LocalizedText NOTHING = new LocalizedText("–", "–");

	private final JdbcTemplate jdbc;

	private final Map<Integer, Since> templates = new ConcurrentHashMap<>();

	private record Since(LocalDate from, Template template) {
	}

	FixtureRegimes(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Regime> find(RegimeCode code) {
		return all().stream().filter(regime -> regime.code().equals(code)).findFirst();
	}

	@Override
	public Regime get(int number) {
		return all().stream().filter(regime -> regime.number() == number).findFirst().orElseThrow();
	}

	@Override
	public Regime get(int number, int version) {
		return get(number);
	}

	@Override
	public List<Regime> all() {
		return jdbc.query("select id, code, owner from reporting.regime order by code", (row, _) -> new Regime(row.getInt("id"), new RegimeCode(row.getString("code")), 1,
				NOTHING, NOTHING, new AgencyId(row.getInt("owner")), "", PeriodType.MONTH, List.of(Agency.Level.COMMUNE), null, List.of(), List.of(), NOTHING, NOTHING,
				List.of(), NOTHING, new Regime.Burden(BigDecimal.ONE, "unverified"), LocalDate.of(2019, 1, 1), null, "unverified"));
	}

	@Override
	public Template template(int regime, LocalDate period) {
		Since since = templates.get(regime);
		return since == null || period.isBefore(since.from()) ? Template.EMPTY : since.template();
	}

	/** A table of one column with computed figures of the whole, by indicator. */
	void computed(int regime, LocalDate from, Map<String, String> formulas) {
		List<Template.TableCell> cells = formulas.entrySet().stream()
			.map(cell -> new Template.TableCell(cell.getKey(), "C", new IndicatorCode(cell.getKey()), Breakdown.WHOLE, cell.getValue(), false)).toList();
		templates.put(regime, new Since(from, new Template(List.of(new Template.Table("B", NOTHING, List.of(), List.of(), cells, 0)), List.of(), List.of())));
	}

	@Override
	public List<Opening> periods(int regime, LocalDate from, LocalDate to) {
		return jdbc.query("select * from reporting.period where regime = ? and starts between ? and ? order by starts", (row, _) -> {
			ReportPeriod period = new ReportPeriod(PeriodType.MONTH, row.getString("code"), row.getObject("starts", LocalDate.class),
					row.getObject("data_from", LocalDate.class), row.getObject("data_to", LocalDate.class));
			return new Opening(period, 1, row.getObject("opens_at", OffsetDateTime.class).toInstant(), row.getObject("due_at", OffsetDateTime.class).toInstant(),
					row.getObject("grace_until", OffsetDateTime.class).toInstant(), null);
		}, regime, from, to);
	}

	@Override
	public Optional<Opening> period(int regime, String code) {
		return periods(regime, LocalDate.of(1990, 1, 1), LocalDate.of(2100, 1, 1)).stream().filter(opening -> opening.period().code().equals(code)).findFirst();
	}

	@Override
	public Opening open(int regime, String code) {
		return period(regime, code).orElseThrow();
	}

	@Override
	public Optional<java.time.Instant> closesAt(int regime, Opening opening, java.time.Instant madeOutAt) {
		return Optional.empty();
	}

	@Override
	public void close(int regime, LocalDate starts) {
		throw new UnsupportedOperationException();
	}

}
