package vn.motcua.sandbox.year;

import java.util.Set;

/**
 * An agency whose year is made.
 *
 * @param code its exchange code
 * @param place its place among the agencies: with the seed it decides everything by chance, the code does not
 * @param dossiersAYear how many dossiers it has in an ordinary year
 * @param latePercent of a hundred results so many come late
 * @param mistakePercent of a hundred dossiers so many are typed wrongly
 * @param habits what it does that is not honest
 */
public record AgencyPlan(String code, int place, int dossiersAYear, int latePercent, double mistakePercent, Set<Habit> habits) {

	/** An honest agency whose officers type well. */
	public static AgencyPlan honest(String code, int place, int dossiersAYear) {
		return new AgencyPlan(code, place, dossiersAYear, 4, 0, Set.of());
	}

	/** The same agency with a habit. */
	public AgencyPlan with(Habit... more) {
		return new AgencyPlan(code, place, dossiersAYear, latePercent, mistakePercent, Set.of(more));
	}

}
