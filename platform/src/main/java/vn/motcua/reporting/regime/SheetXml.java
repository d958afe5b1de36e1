package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.regime.FormSheet.FormCell;
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

	static void strings(XMLStreamReader xml, List<String> strings) throws XMLStreamException {
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

	static FormSheet sheet(XMLStreamReader xml, String name, List<String> strings) throws XMLStreamException {
		Map<Integer, FormCell> cells = new HashMap<>();
		Map<String, SharedFormula> shared = new HashMap<>();
		List<Merge> merges = new ArrayList<>();
		List<FormEntry> entries = new ArrayList<>();
		int ranges = 0;
		int rows = 0;
		int columns = 0;
		while (xml.hasNext()) {
			if (xml.next() != XMLStreamReader.START_ELEMENT) {
				continue;
			}
			if (xml.getLocalName().equals("c")) {
				int[] at = address(xml.getAttributeValue(null, "r"));
				FormCell cell = cell(xml, strings, at, shared);
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
		return new FormSheet(name, cells, merges, rows, columns, entries);
	}

	private static FormCell cell(XMLStreamReader xml, List<String> strings, int[] at, Map<String, SharedFormula> shared) throws XMLStreamException {
		String type = xml.getAttributeValue(null, "t");
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
			return new FormCell(place >= 0 && place < strings.size() ? strings.get(place) : "", formula, false);
		}
		return new FormCell(text.substring(0, Math.min(text.length(), LONGEST)), formula, type == null || type.equals("n"));
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
