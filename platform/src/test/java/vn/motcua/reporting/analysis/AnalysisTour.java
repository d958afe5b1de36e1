package vn.motcua.reporting.analysis;

import java.util.ArrayList;
import java.util.List;

/** The pages of figures, for the tour of all pages: route and address. */
public final class AnalysisTour {

	private AnalysisTour() {
	}

	public static List<String[]> stops() {
		List<String[]> stops = new ArrayList<>();
		stops.add(new String[] { "/bao-cao/phan-tich", "/bao-cao/phan-tich" });
		for (Picture picture : Picture.values()) {
			stops.add(new String[] { "/bao-cao/phan-tich", "/bao-cao/phan-tich?indicator=TT0204&level=province&from=2024-01&to=2024-03&view=" + picture.word() });
		}
		stops.add(new String[] { "/bao-cao/so-lieu/{indicator}/{period}/{agency}", "/bao-cao/so-lieu/TT0204/2024-03/VN" });
		stops.add(new String[] { "/bao-cao/so-lieu/{indicator}/{period}/{agency}", "/bao-cao/so-lieu/TT0204/2024-03/VN?figure=targetShare" });
		stops.add(new String[] { "/bao-cao/dem/{period}/{agency}/{indicator}", "/bao-cao/dem/2026-11/24/TTHC0100" });
		stops.add(new String[] { "/bao-cao/dem/{period}/{agency}/{indicator}", "/bao-cao/dem/2026-11/24/TTHC0501?phan-to=CAP=XA" });
		return stops;
	}

}
