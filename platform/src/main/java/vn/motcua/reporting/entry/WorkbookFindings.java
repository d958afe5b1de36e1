package vn.motcua.reporting.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;

/** What is wrong with a workbook or with one agency's share of it, up to so many. */
final class WorkbookFindings {

	static final int MOST = 200;

	private final List<WorkbookFinding> found = new ArrayList<>();

	void find(@Nullable String sheet, @Nullable String cell, String rule, Map<String, String> values) {
		if (found.size() < MOST) {
			found.add(new WorkbookFinding(sheet, cell, rule, values));
		}
	}

	boolean has(String rule) {
		return found.stream().anyMatch(finding -> finding.rule().equals(rule));
	}

	List<WorkbookFinding> all() {
		return List.copyOf(found);
	}

}
