package vn.motcua.reporting.entry;

import java.util.List;

import vn.motcua.kernel.Actor;

/** Pages on which a report is filled in: by its ward on the page, by notes and by a workbook that comes back, and by the province on the ward's behalf. */
public final class EntryTour {

	private EntryTour() {
	}

	/** Route, visitor and path. @param province whose clerk enters on behalf of the wards */
	public static List<String[]> stops(EntryFixture report, Actor province) {
		String clerk = EntryFixture.CLERK;
		String above = "baocao.bacninh";
		String route = "/bao-cao/nhap/{regime}/{period}/{agency}";
		String behalfRoute = "/bao-cao/nhap-thay/{regime}/{period}/{agency}";
		String behalf = report.behalf(province.agency());
		return List.of(new String[] { route, clerk, report.page() }, new String[] { route, clerk, report.page() + "?kiem-tra=true" }, new String[] { route, above, report.page() },
				new String[] { route + "/ghi-chu", clerk, report.page() + "/ghi-chu?o=1" }, new String[] { route + "/ghi-chu", clerk, report.page() + "/ghi-chu?o=t.N1" }, new String[] { "/bao-cao/tong-hop/{regime}/{period}/{agency}/loi", "baocao.vpcp", report.gathered() }, new String[] { route + "/tai-len", clerk, report.page() + "/tai-len" },
				new String[] { route + "/tai-len/{id}", clerk, report.page() + "/tai-len/" + report.uploaded() }, new String[] { behalfRoute, above, behalf },
				new String[] { behalfRoute + "/tai-len/{id}", above, behalf + "/tai-len/" + report.uploaded(province) });
	}

}
