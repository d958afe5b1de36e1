package vn.motcua.reporting.work.web;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.work.ReportLists;

/** What stands at the left of the desk. @param agency whose desk it is @param agencyName in Vietnamese and English */
public record WorkSide(ReportLists.Side counts, AgencyId agency, LocalizedText agencyName) {
}
