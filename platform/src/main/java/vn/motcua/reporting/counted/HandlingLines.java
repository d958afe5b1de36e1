package vn.motcua.reporting.counted;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.dossier.HandlingFigures;
import vn.motcua.dossier.HandlingFigures.Figure;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;

/** The dossiers behind a figure of form II.06a. */
@Component
class HandlingLines {

	private static final Limit PER_PAGE = new Limit(100);

	private final HandlingForm form;

	private final ProcedureFields fields;

	private final HandlingFigures figures;

	private final Regimes regimes;

	HandlingLines(HandlingForm form, ProcedureFields fields, HandlingFigures figures, Regimes regimes) {
		this.form = form;
		this.fields = fields;
		this.figures = figures;
		this.regimes = regimes;
	}

	/** @param breakdown {@code LV=G15}, or nothing for all fields */
	Slice<DossierCode> of(Figure figure, ReportAddress address, String breakdown, @Nullable String after) {
		String group = breakdown.startsWith(HandlingForm.DIMENSION) ? breakdown.substring(HandlingForm.DIMENSION.length()) : "";
		Set<Integer> handling = form.handling(address.agency().id(), regimes.get(address.regime().number(), address.opening().regimeVersion()), address.opening().period().to());
		Map<String, String> groups = fields.on(address.opening().period().to());
		List<String> rows = form.rows(address.regime().number());
		boolean others = group.isEmpty() || group.equals(ProcedureFields.OTHER);
		Set<String> procedures = new HashSet<>(groups.keySet());
		procedures.removeIf(procedure -> group.isEmpty() || others == ProcedureFields.row(groups, procedure, rows).equals(group));
		return figures.lines(figure, handling, procedures, others, CountedPeriod.from(address.opening()), CountedPeriod.until(address.opening()), PER_PAGE, after);
	}

}
