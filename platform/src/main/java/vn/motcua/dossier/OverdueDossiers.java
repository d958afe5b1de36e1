package vn.motcua.dossier;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;

/**
 * Dossiers past their promised moment (<i>hồ sơ quá hẹn</i>), whichever system they are handled in: accepted or in work with the clock running.
 * Decree 61/2018/NĐ-CP art. 19.
 */
public interface OverdueDossiers {

	/** The longest overdue first. */
	Slice<DossierSummary> ofAgency(AgencyId agency, Limit limit, @Nullable String after);

}
