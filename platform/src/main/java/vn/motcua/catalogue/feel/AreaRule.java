package vn.motcua.catalogue.feel;

import org.jspecify.annotations.Nullable;

/**
 * Whether a place belongs to the area with the higher rates: centrally-run cities, provincial cities and towns where the
 * province's People's Committee sits. Source: Decree 140/2016/NĐ-CP art. 7.
 */
@FunctionalInterface
public interface AreaRule {

	/** Codes as in the statistics of the day; a district that no longer exists is judged as it last was. */
	boolean higher(@Nullable String province, @Nullable String district);

}
