package vn.motcua.reporting.spreadsheet;

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

import javax.xml.stream.XMLStreamException;

import org.jspecify.annotations.Nullable;

/**
 * Looks into a workbook before it is read: what kind of file it is, how large it becomes when unpacked, whether it has macros, and which cells are
 * merged. Nothing is kept but the merged ranges of which there may be few thousand.
 */
public final class WorkbookGuard {

	private static final int MOST_PARTS = 1_000;

	private static final long MOST_UNPACKED_BYTES = 128L << 20;

	private static final long MOST_STRINGS_BYTES = 16L << 20;

	private static final int MOST_MERGED = 5_000;

	private WorkbookGuard() {
	}

	/** @param refusal rule that keeps the file from being read at all @param merged ranges by the name of the sheet */
	public record Looked(@Nullable String refusal, Map<String, List<String>> merged) {
	}

	public static Looked at(Path file) {
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
		WorkbookParts.each(zip, "[Content_Types].xml", "Override", reader -> {
			String part = WorkbookParts.attribute(reader, "PartName").toLowerCase(Locale.ROOT).replaceFirst("^/", "");
			large[0] |= WorkbookParts.attribute(reader, "ContentType").toLowerCase(Locale.ROOT).contains("sharedstrings") && sizes.getOrDefault(part, 0L) > MOST_STRINGS_BYTES;
		});
		return large[0];
	}

	private static Map<String, List<String>> merged(ZipFile zip) throws IOException, XMLStreamException {
		Map<String, List<String>> merged = new HashMap<>();
		for (WorkbookParts.SheetPart sheet : WorkbookParts.sheets(zip)) {
			List<String> ranges = new ArrayList<>();
			WorkbookParts.each(zip, sheet.part(), "mergeCell", reader -> {
				if (ranges.size() < MOST_MERGED) {
					ranges.add(WorkbookParts.attribute(reader, "ref"));
				}
			});
			merged.put(sheet.name(), ranges);
		}
		return merged;
	}

	/** First and last row of a range, from 0; {@code null} when it has none. */
	public static int @Nullable [] rows(String range) {
		String[] ends = range.split(":");
		String first = ends[0].replaceAll("[^0-9]", ""), last = ends[ends.length - 1].replaceAll("[^0-9]", "");
		return first.isEmpty() || last.isEmpty() || first.length() > 7 || last.length() > 7 ? null : new int[] { Integer.parseInt(first) - 1, Integer.parseInt(last) - 1 };
	}

}
