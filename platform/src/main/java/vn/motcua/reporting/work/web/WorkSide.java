package vn.motcua.reporting.work.web;

import vn.motcua.kernel.AgencyId;
import vn.motcua.reporting.AgencyWords;
import vn.motcua.reporting.work.ReportLists;

/** What stands at the left of the desk. @param agency whose desk it is @param agencyName with who answers for it when it ended */
public record WorkSide(ReportLists.Side counts, AgencyId agency, AgencyWords agencyName) {
}
