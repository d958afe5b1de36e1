package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.agency.Agencies;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.PeriodWords;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.ReportsBelow;
import vn.motcua.reporting.SheetKey;
import vn.motcua.site.Messages;

/** One workbook for many agencies that report to one, written one agency after the other, so that its size is no matter of memory. */
@Service
class BehalfWorkbooks {

	/** Agencies in one workbook. */
	static final int MOST = 200;

	private final ReportForms forms;

	private final Agencies agencies;

	private final ReportsBelow below;

	private final Workbooks workbooks;

	private final JsonMapper json;

	private final Messages messages;

	BehalfWorkbooks(ReportForms forms, Agencies agencies, ReportsBelow below, Workbooks workbooks, JsonMapper json, Messages messages) {
		this.forms = forms;
		this.agencies = agencies;
		this.below = below;
		this.workbooks = workbooks;
		this.json = json;
		this.messages = messages;
	}

	/** One report that may be entered on behalf. */
	record Waiting(ReportAddress address, Reports.State state) {
	}

	/** @throws vn.motcua.kernel.problem.ProblemException when the actor does not work for the agency that gathers */
	Slice<Waiting> open(ReportForm gatherer, Actor actor, @Nullable String after) {
		return below.open(gatherer.address(), actor, MOST, after).map(owed -> new Waiting(address(gatherer, owed.key()), owed.state()));
	}

	/** @throws vn.motcua.kernel.problem.ProblemException when the actor does not work for the agency that gathers */
	void require(ReportForm gatherer, Actor actor) {
		below.open(gatherer.address(), actor, 1, null);
	}

	/** @param table one table for all, else a sheet for each */
	void write(ReportForm gatherer, List<Waiting> agencies, boolean table, OutputStream out) throws IOException {
		Iterable<FormWorkbook.Filled> filled = () -> agencies.stream().map(waiting -> workbooks.filled(forms.of(waiting.address()))).iterator();
		String digest = WorkbookStamp.of(gatherer.template(), json);
		String period = PeriodWords.of(messages, TypedNumber.VIETNAMESE, gatherer.address().opening().period());
		if (table) {
			TableWorkbook.write(out, gatherer, filled, digest, period, messages.text(TypedNumber.VIETNAMESE, "reporting.behalf.hint.table"));
		}
		else {
			FormWorkbook.write(out, gatherer.address(), filled, digest, period, messages.text(TypedNumber.VIETNAMESE, "reporting.behalf.hint"));
		}
	}

	private ReportAddress address(ReportForm gatherer, SheetKey key) {
		return new ReportAddress(gatherer.address().regime(), gatherer.address().opening(), agencies.get(key.agency(), gatherer.address().opening().period().to()));
	}

}
