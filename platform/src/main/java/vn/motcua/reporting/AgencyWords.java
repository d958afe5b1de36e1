package vn.motcua.reporting;

import java.util.List;
import java.util.stream.Collectors;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.Page;

/** An agency by its name, with who answers for it since it ended. @param heirs none while it stands */
public record AgencyWords(LocalizedText name, List<LocalizedText> heirs) {

	public String in(Page page) {
		return heirs.isEmpty() ? page.text(name) : page.t("reporting.answered-for", "agency", page.text(name), "heir", heirs.stream().map(page::text).collect(Collectors.joining(", ")));
	}

}
