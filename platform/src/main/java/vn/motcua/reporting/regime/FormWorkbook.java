package vn.motcua.reporting.regime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLStreamException;

import vn.motcua.reporting.spreadsheet.WorkbookGuard;
import vn.motcua.reporting.spreadsheet.WorkbookParts;

/**
 * The visible sheets of a ministry's Excel form as a stream of parts: texts, formulas as they are written, merged cells, drop-downs. Macros are refused, hidden
 * sheets left out unless a drop-down has its choices there; the memory it takes is bounded by what it unpacks.
 */
final class FormWorkbook {

	private static final int MOST_SHEETS = 20;

	private FormWorkbook() {
	}

	/** Empty with a finding when it cannot be read. */
	static List<FormSheet> read(Path file, List<FormFinding> findings) {
		String refusal = WorkbookGuard.at(file).refusal();
		if (refusal != null) {
			findings.add(FormFinding.error("", rule(refusal)));
			return List.of();
		}
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return sheets(zip, findings);
		}
		catch (Refused refused) {
			findings.add(refused.finding);
		}
		catch (IOException | XMLStreamException | IllegalArgumentException damaged) {
			findings.add(FormFinding.error("", "unreadable"));
		}
		return List.of();
	}

	static final class Refused extends RuntimeException {

		final transient FormFinding finding;

		Refused(FormFinding finding) {
			super(finding.rule(), null, false, false);
			this.finding = finding;
		}

	}

	private static String rule(String refusal) {
		return switch (refusal) {
			case "workbook-macro" -> "macros";
			case "workbook-large" -> "too-large";
			case "workbook-old" -> "old";
			default -> "unreadable";
		};
	}

	private static List<FormSheet> sheets(ZipFile zip, List<FormFinding> findings) throws IOException, XMLStreamException {
		List<WorkbookParts.SheetPart> named = WorkbookParts.sheets(zip);
		if (named.isEmpty() || named.size() > MOST_SHEETS) {
			throw new Refused(FormFinding.error("", named.isEmpty() ? "unreadable" : "too-large"));
		}
		SheetXml.Shared shared = SheetXml.shared(zip);
		List<FormSheet> sheets = new ArrayList<>();
		for (WorkbookParts.SheetPart sheet : named) {
			if (!sheet.hidden()) {
				WorkbookParts.read(zip, sheet.part(), reader -> sheets.add(SheetXml.sheet(reader, sheet.name(), shared)));
			}
		}
		FormLists lists = new FormLists(zip, named, shared, sheets);
		for (int at = 0; at < sheets.size(); at++) {
			sheets.set(at, lists.filled(sheets.get(at)));
		}
		named.stream().filter(sheet -> sheet.hidden() && !lists.uses(sheet.name()))
			.forEach(sheet -> findings.add(new FormFinding(sheet.name(), "hidden-sheet", Map.of("sheet", sheet.name()), true)));
		return sheets;
	}

}
