package vn.motcua.reporting.regime;

import java.util.LinkedHashMap;
import java.util.Map;

import vn.motcua.Visit;

/** Addresses of the register's pages, with a draft that has a table of its own. */
public final class RegimeTour {

	private RegimeTour() {
	}

	/** Path by route and visitor, {@code route login → path}. */
	public static Map<String, String> paths(Visit officer) {
		String draft = DesignTests.created(officer, "VPCP.XEMTRANG.THANG");
		officer.upload(draft + "/tep", Map.of("_csrf", officer.formToken(), "ban", "1"), "tep", "bieu.xlsx", FormFile.monthly());
		Map<String, String> paths = new LinkedHashMap<>();
		paths.put("/bao-cao/che-do", "/bao-cao/che-do");
		paths.put("/bao-cao/che-do/moi", "/bao-cao/che-do/moi");
		paths.put("/bao-cao/che-do/{ma}", "/bao-cao/che-do/VPCP.KSTTHC.THANG");
		paths.put("/bao-cao/che-do/{ma}/nhac-han", "/bao-cao/che-do/VPCP.KSTTHC.THANG/nhac-han");
		paths.put("/bao-cao/che-do/{ma}/phien-ban/{so}", draft);
		paths.put("/bao-cao/che-do/{ma}/phien-ban/{so}/noi-dung", draft + "/noi-dung");
		paths.put("/bao-cao/che-do/{ma}/phien-ban/{so}/bieu/{bieu}", draft + "/bieu/B01");
		paths.put("/bao-cao/che-do/{ma}/phien-ban/{so}/chi-tieu", draft + "/chi-tieu");
		paths.put("/bao-cao/che-do/{ma}/phien-ban/{so}/loi", draft + "/loi");
		paths.put("/bao-cao/chi-tieu", "/bao-cao/chi-tieu?linh-vuc=labour");
		paths.put("/bao-cao/chi-tieu/{ma}", "/bao-cao/chi-tieu/LD0104");
		return paths;
	}

}
