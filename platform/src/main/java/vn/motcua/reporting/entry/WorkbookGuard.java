package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * Looks into a workbook before it is read: what kind of file it is, how large it becomes when unpacked, whether it has macros, and which cells are
 * merged. Nothing is kept but the merged ranges of which there may be few thousand.
 */
final class WorkbookGuard {

	private static final int MOST_PARTS = 1_000;

	private static final long MOST_UNPACKED_BYTES = 128L << 20;

	private static final long MOST_STRINGS_BYTES = 16L << 20;

	private static final int MOST_MERGED = 5_000;

	private static final XMLInputFactory XML = XMLInputFactory.newFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	private WorkbookGuard() {
	}

	/** @param refusal rule that keeps the file from being read at all @param merged ranges by the name of the sheet */
	record Looked(@Nullable String refusal, Map<String, List<String>> merged) {
	}

	static Looked at(Path file) {
		try {
			byte[] start = new byte[8];
			try (InputStream head = Files.newInputStream(file)) {
				head.readNBytes(start, 0, 8);
			}
			if ((start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
				return refused("workbook-old");
			}
			if (start[0] != 'P' || start[1] != 'K') {
				return refused("workbook-kind");
			}
			try (ZipFile zip = new ZipFile(file.toFile())) {
				String refusal = refusal(zip);
				return refusal != null ? refused(refusal) : new Looked(null, merged(zip));
			}
		}
		catch (IOException | XMLStreamException | IllegalArgumentException damaged) {
			return refused("workbook-damaged");
		}
	}

	private static Looked refused(String rule) {
		return new Looked(rule, Map.of());
	}

	/** Counts what the parts really unpack to; what they say of themselves may be a lie. Of two parts with one name another reader may take the other. */
	private static @Nullable String refusal(ZipFile zip) throws IOException, XMLStreamException {
		if (zip.size() > MOST_PARTS) {
			return "workbook-large";
		}
		if (zip.getEntry("xl/workbook.xml") == null) {
			return "workbook-kind";
		}
		Map<String, Long> sizes = new HashMap<>();
		byte[] buffer = new byte[65_536];
		long all = 0;
		for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
			String name = entry.getName().toLowerCase(Locale.ROOT);
			if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.contains("/activex/")) {
				return "workbook-macro";
			}
			long most = name.startsWith("xl/worksheets/") ? MOST_UNPACKED_BYTES : MOST_STRINGS_BYTES;
			long own = 0;
			try (InputStream part = zip.getInputStream(entry)) {
				for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
					own += read;
					all += read;
					if (own > most || all > MOST_UNPACKED_BYTES) {
						return "workbook-large";
					}
				}
			}
			if (sizes.put(name, own) != null) {
				return "workbook-damaged";
			}
		}
		return largeStrings(zip, sizes) ? "workbook-large" : null;
	}

	/** Texts that cells share are held in memory, and they are where the list of contents says, whatever their name. */
	private static boolean largeStrings(ZipFile zip, Map<String, Long> sizes) throws IOException, XMLStreamException {
		boolean[] large = { false };
		each(zip, "[Content_Types].xml", "Override", reader -> {
			String part = attribute(reader, "PartName").toLowerCase(Locale.ROOT).replaceFirst("^/", "");
			large[0] |= attribute(reader, "ContentType").toLowerCase(Locale.ROOT).contains("sharedstrings") && sizes.getOrDefault(part, 0L) > MOST_STRINGS_BYTES;
		});
		return large[0];
	}

	private static Map<String, List<String>> merged(ZipFile zip) throws IOException, XMLStreamException {
		Map<String, String> names = new HashMap<>();
		each(zip, "xl/workbook.xml", "sheet", reader -> names.put(attribute(reader, "id"), attribute(reader, "name")));
		Map<String, List<String>> merged = new HashMap<>();
		Map<String, String> files = new HashMap<>();
		each(zip, "xl/_rels/workbook.xml.rels", "Relationship", reader -> files.put(attribute(reader, "Id"), attribute(reader, "Target")));
		for (Map.Entry<String, String> sheet : names.entrySet()) {
			String target = files.getOrDefault(sheet.getKey(), "");
			List<String> ranges = new ArrayList<>();
			each(zip, target.startsWith("/") ? target.substring(1) : "xl/" + target, "mergeCell", reader -> {
				if (ranges.size() < MOST_MERGED) {
					ranges.add(attribute(reader, "ref"));
				}
			});
			merged.put(sheet.getValue(), ranges);
		}
		return merged;
	}

	private static void each(ZipFile zip, String part, String element, java.util.function.Consumer<XMLStreamReader> act) throws IOException, XMLStreamException {
		ZipEntry entry = zip.getEntry(part);
		if (entry == null) {
			return;
		}
		try (InputStream content = zip.getInputStream(entry)) {
			XMLStreamReader reader = XML.createXMLStreamReader(content);
			while (reader.hasNext()) {
				if (reader.next() == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals(element)) {
					act.accept(reader);
				}
			}
			reader.close();
		}
	}

	private static String attribute(XMLStreamReader reader, String name) {
		for (int at = 0; at < reader.getAttributeCount(); at++) {
			if (reader.getAttributeLocalName(at).equals(name)) {
				return reader.getAttributeValue(at);
			}
		}
		return "";
	}

}
