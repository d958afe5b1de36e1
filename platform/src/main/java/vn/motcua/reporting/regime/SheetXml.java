package vn.motcua.reporting.regime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.regime.FormSheet.FormCell;
import vn.motcua.reporting.regime.FormSheet.Hidden;
import vn.motcua.reporting.regime.FormSheet.Merge;
import vn.motcua.reporting.spreadsheet.WorkbookParts;

/** Reads the XML of sheets and shared texts (ECMA-376 part 1, 18.3 and 18.4). */
final class SheetXml {

	private static final int MOST_STRINGS = 50_000;

	private static final int MOST_MERGES = 5_000;

	private static final int LONGEST = 1_000;

	private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");

	private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3}\\d{1,7})(?::([A-Z]{1,3}\\d{1,7}))?");

	private SheetXml() {
	}

	/**
	 * What the sheets of a workbook share.
	 *
	 * @param percents numbers of the formats that show a hundred times the number, with %
	 */
	record Shared(List<String> strings, Set<Integer> percents) {
	}

	static Shared shared(ZipFile zip) throws IOException, XMLStreamException {
		Shared shared = new Shared(new ArrayList<>(), new HashSet<>());
		WorkbookParts.read(zip, "xl/sharedStrings.xml", reader -> strings(reader, shared.strings()));
		WorkbookParts.read(zip, "xl/styles.xml", reader -> percents(reader, shared.percents()));
		return shared;
	}

	/** Of the formats of cells, by their place in the list; 9 and 10 are built in, and a sign in quotes is only a sign. */
	private static void percents(XMLStreamReader xml, Set<Integer> percents) throws XMLStreamException {
		Set<String> formats = new HashSet<>(Set.of("9", "10"));
		int place = -1;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
				return;
			}
			if (event != XMLStreamReader.START_ELEMENT) {
				continue;
			}
			if (xml.getLocalName().equals("numFmt") && formats.size() < MOST_MERGES && WorkbookParts.attribute(xml, "formatCode").replaceAll("\"[^\"]*\"|\\\\.", "").contains("%")) {
				formats.add(WorkbookParts.attribute(xml, "numFmtId"));
			}
			else if (xml.getLocalName().equals("cellXfs")) {
				place = 0;
			}
			else if (xml.getLocalName().equals("xf") && place >= 0 && place < MOST_STRINGS) {
				if (formats.contains(WorkbookParts.attribute(xml, "numFmtId"))) {
					percents.add(place);
				}
				place++;
			}
		}
	}

	private static void strings(XMLStreamReader xml, List<String> strings) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("t")) {
				text.append(xml.getElementText());
			}
			else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("si")) {
				strings.add(text.substring(0, Math.min(text.length(), LONGEST)));
				text.setLength(0);
				if (strings.size() > MOST_STRINGS) {
					throw new FormWorkbook.Refused(FormFinding.error("", "too-large"));
				}
			}
		}
	}

	static FormSheet sheet(XMLStreamReader xml, String name, Shared of) throws XMLStreamException {
		Map<Integer, FormCell> cells = new HashMap<>();
		Map<String, SharedFormula> shared = new HashMap<>();
		List<Merge> merges = new ArrayList<>();
		List<FormEntry> entries = new ArrayList<>();
		Hidden hidden = new Hidden(new TreeSet<>(), new TreeSet<>());
		int ranges = 0;
		int rows = 0;
		int columns = 0;
		while (xml.hasNext()) {
			if (xml.next() != XMLStreamReader.START_ELEMENT) {
				continue;
			}
			hidden(xml, hidden);
			if (xml.getLocalName().equals("c")) {
				int[] at = address(xml.getAttributeValue(null, "r"));
				FormCell cell = cell(xml, of, at, shared);
				if (at[0] >= FormSheet.MOST_ROWS || at[1] >= FormSheet.WIDTH) {
					if (!cell.text().isBlank()) {
						throw new FormWorkbook.Refused(FormFinding.error(name, "too-large"));
					}
					continue;
				}
				if (!cell.text().isBlank() || cell.formula() != null) {
					cells.put(at[0] * FormSheet.WIDTH + at[1], cell);
					rows = Math.max(rows, at[0] + 1);
					columns = Math.max(columns, at[1] + 1);
				}
			}
			else if (xml.getLocalName().equals("mergeCell") && merges.size() < MOST_MERGES) {
				String[] range = WorkbookParts.attribute(xml, "ref").split(":");
				int[] from = address(range[0]);
				int[] to = address(range[range.length - 1]);
				merges.add(new Merge(from[0], from[1], to[0], to[1]));
			}
			else if (xml.getLocalName().equals("dataValidation") && ranges < MOST_MERGES) {
				FormEntry entry = entry(xml, MOST_MERGES - ranges);
				ranges += entry.ranges().size() + 1;
				entries.add(entry);
			}
		}
		return new FormSheet(name, cells, merges, rows, columns, entries, hidden);
	}

	private static void hidden(XMLStreamReader xml, Hidden hidden) {
		boolean row = xml.getLocalName().equals("row");
		if (!row && !xml.getLocalName().equals("col") || !WorkbookParts.attribute(xml, "hidden").matches("1|true")) {
			return;
		}
		int first = number(WorkbookParts.attribute(xml, row ? "r" : "min"));
		int last = Math.min(row ? first : number(WorkbookParts.attribute(xml, "max")), FormSheet.WIDTH);
		if (row && first > 0 && first <= FormSheet.MOST_ROWS) {
			hidden.rows().add(first - 1);
		}
		for (int column = first; !row && column > 0 && column <= last; column++) {
			hidden.columns().add(column - 1);
		}
	}

	private static int number(String text) {
		return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
	}

	private static FormCell cell(XMLStreamReader xml, Shared of, int[] at, Map<String, SharedFormula> shared) throws XMLStreamException {
		String type = xml.getAttributeValue(null, "t");
		String format = WorkbookParts.attribute(xml, "s");
		boolean percent = format.matches("\\d{1,6}") && of.percents().contains(Integer.parseInt(format));
		@Nullable String formula = null;
		StringBuilder text = new StringBuilder();
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
				break;
			}
			if (event == XMLStreamReader.START_ELEMENT) {
				switch (xml.getLocalName()) {
					case "f" -> formula = formula(xml, at, shared);
					case "v", "t" -> text.append(xml.getElementText());
					default -> {
					}
				}
			}
		}
		if ("s".equals(type) && !text.isEmpty()) {
			int place = Integer.parseInt(text.toString());
			return new FormCell(place >= 0 && place < of.strings().size() ? of.strings().get(place) : "", formula, false, percent);
		}
		return new FormCell(text.substring(0, Math.min(text.length(), LONGEST)), formula, type == null || type.equals("n"), percent);
	}

	/** Office 2010 writes those that name another sheet with elements for the formula and the cells, before it all had attributes. */
	private static FormEntry entry(XMLStreamReader xml, int mostRanges) throws XMLStreamException {
		String kind = WorkbookParts.attribute(xml, "type");
		StringBuilder formula = new StringBuilder();
		StringBuilder cells = new StringBuilder(WorkbookParts.attribute(xml, "sqref"));
		String inside = "";
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("dataValidation")) {
				break;
			}
			if (event == XMLStreamReader.START_ELEMENT && !xml.getLocalName().equals("f")) {
				inside = xml.getLocalName();
			}
			else if (event == XMLStreamReader.CHARACTERS && inside.equals("formula1")) {
				formula.append(xml.getText());
			}
			else if (event == XMLStreamReader.CHARACTERS && inside.equals("sqref")) {
				cells.append(xml.getText());
			}
		}
		List<Merge> ranges = new ArrayList<>();
		for (Matcher range = RANGE.matcher(cells); range.find() && ranges.size() < mostRanges;) {
			int[] from = address(range.group(1));
			int[] to = range.group(2) == null ? from : address(range.group(2));
			ranges.add(new Merge(from[0], from[1], to[0], to[1]));
		}
		return new FormEntry(ranges, kind, formula.substring(0, Math.min(formula.length(), LONGEST)), null);
	}

	/** Of cells that a formula was filled into only the first has it written out. */
	private static String formula(XMLStreamReader xml, int[] at, Map<String, SharedFormula> shared) throws XMLStreamException {
		@Nullable String number = "shared".equals(xml.getAttributeValue(null, "t")) ? xml.getAttributeValue(null, "si") : null;
		String written = xml.getElementText();
		if (number == null || !written.isBlank()) {
			if (number != null && shared.size() < MOST_MERGES) {
				shared.put(number, new SharedFormula(at[0], at[1], written));
			}
			return written;
		}
		@Nullable SharedFormula first = shared.get(number);
		return first == null ? "" : first.at(at[0], at[1]);
	}

	private static int[] address(@Nullable String address) {
		Matcher matcher = ADDRESS.matcher(address == null ? "" : address.replace("$", ""));
		if (!matcher.matches()) {
			throw new IllegalArgumentException("no address of a cell");
		}
		return new int[] { Integer.parseInt(matcher.group(2)) - 1, FormSheet.column(matcher.group(1)) };
	}

}
