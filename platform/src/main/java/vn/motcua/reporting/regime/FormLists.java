package vn.motcua.reporting.regime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.spreadsheet.WorkbookParts;

/** The choices of a form's drop-downs: written out, or standing in a row or column of a sheet, often a hidden one, directly or under a name. */
final class FormLists {

	private static final Pattern INLINE = Pattern.compile("\"(.*)\"");

	private static final Pattern RANGE = Pattern.compile("(?:(?:'((?:[^']|'')+)'|([\\p{L}\\p{N}_.]+))!)?\\$?([A-Z]{1,3})\\$?(\\d{1,7})?(?::\\$?([A-Z]{1,3})\\$?(\\d{1,7})?)?");

	private final ZipFile zip;

	private final List<WorkbookParts.SheetPart> parts;

	private final SheetXml.Shared shared;

	private final Map<String, FormSheet> read = new HashMap<>();

	private final Map<String, String> names = new HashMap<>();

	private final Set<String> used = new LinkedHashSet<>();

	/** @param shown sheets that were read already */
	FormLists(ZipFile zip, List<WorkbookParts.SheetPart> parts, SheetXml.Shared shared, List<FormSheet> shown) throws IOException, XMLStreamException {
		this.zip = zip;
		this.parts = parts;
		this.shared = shared;
		shown.forEach(sheet -> read.put(sheet.name(), sheet));
		WorkbookParts.each(zip, "xl/workbook.xml", "definedName", reader -> {
			String name = WorkbookParts.attribute(reader, "name");
			names.putIfAbsent(name.toUpperCase(Locale.ROOT), reader.getElementText().strip());
		});
	}

	/** The sheet with the choices of its drop-downs. */
	FormSheet filled(FormSheet sheet) throws IOException, XMLStreamException {
		List<FormEntry> entries = new ArrayList<>();
		for (FormEntry entry : sheet.entries()) {
			entries.add(entry.list() ? entry.with(choices(entry.formula().strip(), sheet)) : entry);
		}
		return sheet.with(entries);
	}

	/** Whether choices stand on a sheet. */
	boolean uses(String sheet) {
		return used.contains(sheet);
	}

	private @Nullable List<String> choices(String formula, FormSheet sheet) throws IOException, XMLStreamException {
		Matcher inline = INLINE.matcher(formula);
		if (inline.matches()) {
			return usable(Stream.of(inline.group(1).replace("\"\"", "\"").split(",")));
		}
		Matcher range = RANGE.matcher(names.getOrDefault(formula.toUpperCase(Locale.ROOT), formula));
		if (!range.matches()) {
			return null;
		}
		String named = range.group(1) != null ? range.group(1).replace("''", "'") : range.group(2);
		@Nullable FormSheet other = named == null ? sheet : sheet(named);
		return other == null ? null : usable(texts(other, range).stream());
	}

	/** Distinct ones; {@code null} when there are none, or more than a column may have. */
	private static @Nullable List<String> usable(Stream<String> texts) {
		List<String> choices = texts.map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
		boolean usable = !choices.isEmpty() && choices.size() <= FormEntry.MOST_CHOICES && choices.stream().allMatch(choice -> choice.length() <= FormEntry.LONGEST_CHOICE);
		return usable ? choices : null;
	}

	private static List<String> texts(FormSheet sheet, Matcher range) {
		int firstColumn = FormSheet.column(range.group(3));
		int lastColumn = Math.min(range.group(5) == null ? firstColumn : FormSheet.column(range.group(5)), sheet.columns() - 1);
		int firstRow = range.group(4) == null ? 0 : Integer.parseInt(range.group(4)) - 1;
		int lastRow = Math.min(range.group(5) == null ? firstRow : range.group(6) == null ? FormSheet.MOST_ROWS : Integer.parseInt(range.group(6)) - 1, sheet.rows() - 1);
		List<String> texts = new ArrayList<>();
		for (int row = firstRow; row <= lastRow; row++) {
			for (int column = firstColumn; column <= lastColumn; column++) {
				texts.add(sheet.own(row, column));
			}
		}
		return texts;
	}

	/** Also a hidden one; {@code null} when there is none of the name or it is too large. */
	private @Nullable FormSheet sheet(String name) throws IOException, XMLStreamException {
		for (WorkbookParts.SheetPart part : parts) {
			if (part.name().equals(name) && !read.containsKey(name)) {
				try {
					WorkbookParts.read(zip, part.part(), reader -> read.put(name, SheetXml.sheet(reader, name, shared)));
				}
				catch (FormWorkbook.Refused tooLarge) {
					return null;
				}
			}
		}
		used.add(name);
		return read.get(name);
	}

}
