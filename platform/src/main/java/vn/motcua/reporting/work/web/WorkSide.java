package vn.motcua.reporting.work.web;

import vn.motcua.reporting.work.ReportLists;

/** What stands at the left of the desk. @param agencyName whose desk it is, in Vietnamese and English */
public record WorkSide(ReportLists.Side counts, vn.motcua.kernel.LocalizedText agencyName) {
}
