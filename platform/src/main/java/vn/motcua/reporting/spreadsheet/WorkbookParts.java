package vn.motcua.reporting.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook (ECMA-376) as streams of XML, without documents of their own kind and without anything from elsewhere. */
public final class WorkbookParts {

	private static final int MOST_SHEETS = 1_000;

	private static final XMLInputFactory XML = XMLInputFactory.newFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	private WorkbookParts() {
	}

	/** @param part where it lies in the file */
	public record SheetPart(String name, String part, boolean hidden) {
	}

	/** What is done with an element. */
	public interface Act {

		void on(XMLStreamReader reader) throws XMLStreamException;

	}

	/** In the order people see them. */
	public static List<SheetPart> sheets(ZipFile zip) throws IOException, XMLStreamException {
		Map<String, String> targets = new HashMap<>();
		each(zip, "xl/_rels/workbook.xml.rels", "Relationship", reader -> targets.put(attribute(reader, "Id"), attribute(reader, "Target")));
		List<SheetPart> sheets = new ArrayList<>();
		each(zip, "xl/workbook.xml", "sheet", reader -> {
			String target = targets.getOrDefault(attribute(reader, "id"), "");
			String state = attribute(reader, "state");
			if (sheets.size() < MOST_SHEETS) {
				sheets.add(new SheetPart(attribute(reader, "name"), target.startsWith("/") ? target.substring(1) : "xl/" + target, !state.isEmpty() && !state.equals("visible")));
			}
		});
		return sheets;
	}

	/** Every element of a name in a part; nothing where there is no such part. */
	public static void each(ZipFile zip, String part, String element, Act act) throws IOException, XMLStreamException {
		read(zip, part, reader -> {
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals(element)) {
					act.on(reader);
				}
			}
		});
	}

	/** A part from its beginning. */
	public static void read(ZipFile zip, String part, Act act) throws IOException, XMLStreamException {
		ZipEntry entry = zip.getEntry(part);
		if (entry == null) {
			return;
		}
		try (InputStream content = zip.getInputStream(entry)) {
			XMLStreamReader reader = XML.createXMLStreamReader(content);
			act.on(reader);
			reader.close();
		}
	}

	/** By its name in whatever name space; empty for none. */
	public static String attribute(XMLStreamReader reader, String name) {
		for (int at = 0; at < reader.getAttributeCount(); at++) {
			if (reader.getAttributeLocalName(at).equals(name)) {
				return reader.getAttributeValue(at);
			}
		}
		return "";
	}

}
