package vn.motcua.reporting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;

/**
 * One agency's report for one period as addresses name it: {@code VPCP.KSTTHC.THANG/2026-11/H05}. The agency is named by its exchange code, its
 * statistics code (2, 3 or 5 digits), both as of the last day of the period's data, or by {@code id:N}.
 */
public record ReportAddress(Regime regime, Regimes.Opening opening, Agency agency) {

	private static final Pattern NUMBER = Pattern.compile("id:[1-9]\\d{0,8}");

	private static final int LONGEST = 60;

	/** @throws ProblemException when there is no such regime, period or agency */
	public static ReportAddress of(Regimes regimes, Agencies agencies, String regime, String period, String agency) {
		Regime found = regime(regimes, regime);
		Regimes.Opening opening = opening(regimes, found, period);
		return new ReportAddress(found, opening, agency(agencies, agency, opening.period().to()));
	}

	/** The report behind a key. */
	public static ReportAddress of(Regimes regimes, Agencies agencies, SheetKey key) {
		Regime regime = regimes.get(key.regime());
		Regimes.Opening opening = regimes.periods(key.regime(), key.period(), key.period()).stream().findFirst()
			.orElseThrow(() -> new ProblemException(ReportingProblem.NO_SUCH_PERIOD, "period", key.period()));
		return new ReportAddress(regime, opening, agencies.get(key.agency(), opening.period().to()));
	}

	public static Regime regime(Regimes regimes, String typed) {
		return code(typed).flatMap(regimes::find).orElseThrow(() -> new ProblemException(ReportingProblem.NO_SUCH_REGIME, "regime", cut(typed)));
	}

	public static Regimes.Opening opening(Regimes regimes, Regime regime, String typed) {
		return Optional.of(typed).filter(code -> code.length() <= LONGEST).flatMap(code -> regimes.period(regime.number(), code))
			.orElseThrow(() -> new ProblemException(ReportingProblem.NO_SUCH_PERIOD, "period", cut(typed)));
	}

	/** An agency by any of its codes on a day. */
	public static Agency agency(Agencies agencies, String typed, LocalDate on) {
		return find(agencies, typed, on).orElseThrow(() -> new ProblemException(ReportingProblem.NO_SUCH_AGENCY, "agency", cut(typed)));
	}

	public SheetKey key() {
		return new SheetKey(regime.number(), opening.period().starts(), agency.id());
	}

	/** As it stands in addresses, without a slash before or after; an agency that does not stand on the last day of the data is named by its number, its codes may be another's then. */
	public String path() {
		LocalDate day = opening.period().to();
		boolean stands = !day.isBefore(agency.from()) && (agency.until() == null || day.isBefore(agency.until()));
		return regime.code() + "/" + opening.period().code() + "/" + (stands ? name(agency) : "id:" + agency.id());
	}

	/** What an agency is called in addresses. */
	public static String name(Agency agency) {
		if (agency.exchangeCode() != null) {
			return agency.exchangeCode();
		}
		return switch (agency.level()) {
			case PROVINCE, DISTRICT, COMMUNE -> agency.code();
			case MINISTRY, DEPARTMENT, ORGANISATION -> "id:" + agency.id();
		};
	}

	private static Optional<RegimeCode> code(String typed) {
		try {
			return Optional.of(new RegimeCode(typed));
		}
		catch (IllegalArgumentException malformed) {
			return Optional.empty();
		}
	}

	private static Optional<Agency> find(Agencies agencies, String typed, LocalDate on) {
		if (NUMBER.matcher(typed).matches()) {
			AgencyId id = new AgencyId(Integer.parseInt(typed.substring(3)));
			return agencies.find(id, on).or(() -> agencies.history(id).stream().findFirst().map(_ -> agencies.get(id, on)));
		}
		if (typed.isEmpty() || typed.length() > LONGEST) {
			return Optional.empty();
		}
		if (!typed.chars().allMatch(c -> c >= '0' && c <= '9')) {
			return agencies.findByExchangeCode(typed, on);
		}
		return switch (typed.length()) {
			case 2 -> agencies.findByCode(Agency.Level.PROVINCE, typed, on);
			case 3 -> agencies.findByCode(Agency.Level.DISTRICT, typed, on);
			case 5 -> agencies.findByCode(Agency.Level.COMMUNE, typed, on);
			default -> Optional.empty();
		};
	}

	private static String cut(String typed) {
		return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST) + "…";
	}

}
