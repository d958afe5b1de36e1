package vn.motcua.reporting.entry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Template;

/** Forms of reports. The tables of a template are laid out once and kept. */
@Component
class ReportForms {

	private static final int MOST_KEPT = 500;

	private final Regimes regimes;

	private final Agencies agencies;

	private final Cells cells;

	private final Indicators indicators;

	private final Reports reports;

	private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

	ReportForms(Regimes regimes, Agencies agencies, Cells cells, Indicators indicators, Reports reports) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.cells = cells;
		this.indicators = indicators;
		this.reports = reports;
	}

	/** A report that this actor may look at. */
	ReportForm at(String regime, String period, String agency, Actor actor) {
		ReportForm form = at(regime, period, agency);
		reports.visible(form.address().key(), actor);
		return form;
	}

	ReportForm at(String regime, String period, String agency) {
		return of(ReportAddress.of(regimes, agencies, regime, period, agency));
	}

	ReportForm of(SheetKey key) {
		return of(ReportAddress.of(regimes, agencies, key));
	}

	ReportForm of(ReportAddress address) {
		int regime = address.regime().number();
		Template template = regimes.template(regime, address.opening().period().starts());
		List<Cell> places = cells.of(regime);
		Kept known = kept.get(regime);
		if (known == null || known.template != template || known.places != places) {
			List<FormTable> tables = template.tables().stream().map(table -> FormTable.of(table, regime, cells, indicators)).toList();
			known = new Kept(template, places, tables, ReportForm.byPlace(tables), FormFormulas.of(tables, template, regime, cells, indicators));
			if (kept.size() >= MOST_KEPT) {
				kept.clear();
			}
			kept.put(regime, known);
		}
		return new ReportForm(address, template, known.tables, known.byPlace, known.formulas);
	}

	/** Good as long as the register answers with the same template and places. */
	private record Kept(Template template, List<Cell> places, List<FormTable> tables, Map<Integer, FormTable.FormCell> byPlace, FormFormulas formulas) {
	}

}
