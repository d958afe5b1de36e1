package vn.motcua.reporting.regime;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The visible sheets of a ministry's Excel form as a stream of parts: texts, formulas as they are written, merged cells. Macros are refused, hidden
 * sheets left out; the memory it takes is bounded by what it unpacks.
 */
final class FormWorkbook {

	private static final long MOST_UNPACKED_BYTES = 64L * 1024 * 1024;

	private static final int MOST_ENTRIES = 300;

	private static final int MOST_SHEETS = 20;

	private final byte[] content;

	private final List<FormFinding> findings;

	private final List<String> strings = new ArrayList<>();

	private final Map<String, String> targets = new HashMap<>();

	private final List<Named> named = new ArrayList<>();

	private record Named(String name, String relation, boolean hidden) {
	}

	private FormWorkbook(byte[] content, List<FormFinding> findings) {
		this.content = content;
		this.findings = findings;
	}

	/** Empty with a finding when it cannot be read. */
	static List<FormSheet> read(byte[] content, List<FormFinding> findings) {
		try {
			return new FormWorkbook(content, findings).sheets();
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

	private List<FormSheet> sheets() throws IOException, XMLStreamException {
		boolean[] any = new boolean[1];
		each((name, part) -> {
			any[0] = true;
			switch (name) {
				case "xl/vbaProject.bin" -> throw new Refused(FormFinding.error("", "macros"));
				case "xl/sharedStrings.xml" -> SheetXml.strings(reader(part), strings);
				case "xl/workbook.xml" -> workbook(reader(part));
				case "xl/_rels/workbook.xml.rels" -> relations(reader(part));
				default -> {
				}
			}
		});
		if (!any[0] || named.isEmpty()) {
			throw new Refused(FormFinding.error("", "unreadable"));
		}
		Map<String, FormSheet> byPart = new HashMap<>();
		Map<String, Named> wanted = new HashMap<>();
		named.forEach(sheet -> {
			if (sheet.hidden()) {
				findings.add(new FormFinding(sheet.name(), "hidden-sheet", Map.of("sheet", sheet.name()), true));
			}
			else {
				wanted.put("xl/" + targets.getOrDefault(sheet.relation(), "").replaceFirst("^/?xl/", "").replaceFirst("^/", ""), sheet);
			}
		});
		each((name, part) -> {
			Named sheet = wanted.get(name);
			if (sheet != null) {
				byPart.put(name, SheetXml.sheet(reader(part), sheet.name(), strings));
			}
		});
		return named.stream().filter(sheet -> !sheet.hidden())
			.flatMap(sheet -> wanted.entrySet().stream().filter(one -> one.getValue() == sheet).map(one -> byPart.get(one.getKey()))).filter(java.util.Objects::nonNull).toList();
	}

	private interface Part {

		void read(String name, InputStream part) throws IOException, XMLStreamException;

	}

	private void each(Part reader) throws IOException, XMLStreamException {
		long[] unpacked = new long[1];
		int entries = 0;
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (++entries > MOST_ENTRIES) {
					throw new Refused(FormFinding.error("", "too-large"));
				}
				reader.read(entry.getName(), new Counted(zip, unpacked));
				zip.closeEntry();
			}
		}
	}

	/** Counts what is unpacked, and leaves the archive open. */
	private static final class Counted extends FilterInputStream {

		private final long[] unpacked;

		Counted(InputStream in, long[] unpacked) {
			super(in);
			this.unpacked = unpacked;
		}

		@Override
		public int read() throws IOException {
			count(1);
			return super.read();
		}

		@Override
		public int read(byte[] bytes, int from, int length) throws IOException {
			int read = super.read(bytes, from, length);
			count(read);
			return read;
		}

		@Override
		public void close() {
			// the next entry is read from the same stream
		}

		private void count(int read) {
			unpacked[0] += Math.max(0, read);
			if (unpacked[0] > MOST_UNPACKED_BYTES) {
				throw new Refused(FormFinding.error("", "too-large"));
			}
		}

	}

	private static XMLStreamReader reader(InputStream part) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newInstance();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return factory.createXMLStreamReader(part, "UTF-8");
	}

	private void workbook(XMLStreamReader xml) throws XMLStreamException {
		while (xml.hasNext()) {
			if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("sheet")) {
				String state = xml.getAttributeValue(null, "state");
				named.add(new Named(attribute(xml, "name"),
						xml.getAttributeValue("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"), state != null && !state.equals("visible")));
				if (named.size() > MOST_SHEETS) {
					throw new Refused(FormFinding.error("", "too-large"));
				}
			}
		}
	}

	/** One that must be there. */
	static String attribute(XMLStreamReader xml, String name) {
		String value = xml.getAttributeValue(null, name);
		if (value == null) {
			throw new IllegalArgumentException("no " + name);
		}
		return value;
	}

	private void relations(XMLStreamReader xml) throws XMLStreamException {
		while (xml.hasNext()) {
			if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
				targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
			}
		}
	}

}
