package vn.motcua.form.preview;

import java.time.Clock;
import java.util.function.Supplier;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.file.Documents;
import vn.motcua.form.Forms;
import vn.motcua.kernel.calendar.WorkingCalendar;
import vn.motcua.site.Messages;

/** What previews are made with: the program's own, or what its tools have without it. */
record PreviewTools(Forms forms, Agencies agencies, AreaRule areas, Supplier<WorkingCalendar> calendar, Documents documents, Messages messages, Clock clock) {

	static PreviewTools standing(Agencies agencies, AreaRule areas) {
		WorkingCalendar calendar = WorkingCalendars.packaged();
		return new PreviewTools(Forms.standing(agencies, areas), agencies, areas, () -> calendar, Documents.standing(), Messages.load(), Clock.systemUTC());
	}

}
