package vn.motcua.reporting.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.entry.WorkbookContent.Part;
import vn.motcua.reporting.entry.WorkbookContent.WorkbookFinding;
import vn.motcua.reporting.spreadsheet.WorkbookGuard;

/**
 * Reads a workbook that {@link FormWorkbook} or {@link TableWorkbook} wrote and somebody filled in: one agency after the other, row by row, only the cells
 * that may be filled in, and tells everything else that was changed.
 */
final class WorkbookReading {

	/** Enough for 200 agencies with five tables of 200 rows each. */
	private static final int MOST_STAMP_LINES = 201_000;

	private final WorkbookGuard.Looked looked;

	private final Shares shares;

	/** What is wrong with the file as a whole. */
	private final WorkbookFindings findings = new WorkbookFindings();

	private WorkbookReading(WorkbookGuard.Looked looked, Shares shares) {
		this.looked = looked;
		this.shares = shares;
	}

	/** Knows the form of an agency. */
	interface Forms {

		/** @return empty when the agency has none */
		Optional<ReportForm> of(String agency);

	}

	/** Takes what was read of one agency, before the next is read. */
	interface Shares {

		void take(Part part, List<WorkbookFinding> findings);

	}

	/** The whole of a workbook of few agencies. @param wanted what the stamp must say; its parts are not looked at */
	static WorkbookContent read(Path file, WorkbookStamp wanted, Forms forms) {
		List<Part> parts = new ArrayList<>();
		List<WorkbookFinding> all = new ArrayList<>();
		List<WorkbookFinding> ofFile = each(file, wanted, forms, (part, findings) -> {
			parts.add(part);
			all.addAll(findings);
		});
		all.addAll(0, ofFile);
		return new WorkbookContent(parts, all.stream().limit(WorkbookFindings.MOST).toList());
	}

	/** What is wrong with the file as a whole; where that keeps it from being read, or after it broke off, the shares taken so far are worth nothing. */
	static List<WorkbookFinding> each(Path file, WorkbookStamp wanted, Forms forms, Shares shares) {
		WorkbookGuard.Looked looked = WorkbookGuard.at(file);
		WorkbookReading reading = new WorkbookReading(looked, shares);
		if (looked.refusal() != null) {
			return reading.refused(looked.refusal(), Map.of());
		}
		try (ReadableWorkbook workbook = opened(file)) {
			return reading.read(workbook, wanted, forms);
		}
		catch (IOException | SheetRows.Damaged damaged) {
			return reading.refused("workbook-damaged", Map.of());
		}
	}

	private static ReadableWorkbook opened(Path file) throws IOException {
		try {
			return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
		}
		catch (RuntimeException stumbled) {
			throw new IOException(stumbled);
		}
	}

	/** Rules that keep a whole file from being taken. */
	static boolean refuses(List<WorkbookFinding> ofFile) {
		return ofFile.stream().anyMatch(finding -> finding.sheet() == null);
	}

	private List<WorkbookFinding> refused(String rule, Map<String, String> values) {
		findings.find(null, null, rule, values);
		return findings.all();
	}

	private List<WorkbookFinding> read(ReadableWorkbook workbook, WorkbookStamp wanted, Forms forms) throws IOException {
		WorkbookStamp stamp = stamp(workbook);
		if (stamp == null) {
			return refused("workbook-stamp", Map.of());
		}
		if (!stamp.regime().equals(wanted.regime())) {
			return refused("workbook-regime", Map.of("found", stamp.regime(), "wanted", wanted.regime()));
		}
		if (!stamp.period().equals(wanted.period())) {
			return refused("workbook-period", Map.of("found", stamp.period(), "wanted", wanted.period()));
		}
		if (!stamp.template().equals(wanted.template())) {
			return refused("workbook-version", Map.of());
		}
		workbook.getSheets().filter(sheet -> stamp.parts().stream().noneMatch(part -> part.sheet().equals(sheet.getName())) && !sheet.getName().equals(WorkbookStamp.SHEET))
			.forEach(sheet -> findings.find(sheet.getName(), null, "workbook-other-sheet", Map.of()));
		switch (stamp.shape()) {
			case FORMS -> forms(workbook, stamp, forms);
			case TABLE -> table(workbook, stamp, forms);
		}
		return findings.all();
	}

	private static @Nullable WorkbookStamp stamp(ReadableWorkbook workbook) throws IOException {
		Optional<Sheet> sheet = workbook.findSheet(WorkbookStamp.SHEET);
		if (sheet.isEmpty()) {
			return null;
		}
		List<String> lines = new ArrayList<>();
		SheetRows.each(sheet.get(), row -> {
			String text = WorkbookCells.text(row, 0);
			if (!text.isEmpty()) {
				lines.add(text);
			}
			return lines.size() < MOST_STAMP_LINES;
		});
		return WorkbookStamp.read(lines);
	}

	private void forms(ReadableWorkbook workbook, WorkbookStamp stamp, Forms forms) throws IOException {
		for (WorkbookStamp.Part part : stamp.parts()) {
			Optional<Sheet> sheet = workbook.findSheet(part.sheet());
			Optional<ReportForm> form = forms.of(part.agency());
			if (form.isEmpty()) {
				findings.find(part.sheet(), null, "workbook-agency", Map.of("found", part.agency()));
			}
			else if (sheet.isEmpty()) {
				findings.find(part.sheet(), null, "workbook-no-sheet", Map.of());
			}
			else {
				WorkbookFindings own = new WorkbookFindings();
				if (sheet.get().getVisibility() != SheetVisibility.VISIBLE) {
					own.find(part.sheet(), null, "workbook-hidden", Map.of());
				}
				Part read = new FormSheetReading(sheet.get(), part, form.get(), own).read(looked.merged().getOrDefault(part.sheet(), List.of()));
				shares.take(read, own.all());
			}
		}
	}

	private void table(ReadableWorkbook workbook, WorkbookStamp stamp, Forms forms) throws IOException {
		String name = stamp.parts().getFirst().sheet();
		Optional<Sheet> sheet = workbook.findSheet(name);
		if (sheet.isEmpty()) {
			findings.find(name, null, "workbook-no-sheet", Map.of());
			return;
		}
		if (sheet.get().getVisibility() != SheetVisibility.VISIBLE) {
			findings.find(name, null, "workbook-hidden", Map.of());
		}
		new TableReading(sheet.get(), stamp.parts(), forms, shares, findings).read(looked.merged().getOrDefault(name, List.of()));
	}

}
