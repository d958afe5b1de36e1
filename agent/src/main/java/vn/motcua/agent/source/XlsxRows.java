package vn.motcua.agent.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the first sheet of an XLSX workbook, read as a stream; only its table of texts is held in memory, and that has a limit.
 * Numbers stay numbers: what is a date is known by the column it is mapped from.
 */
final class XlsxRows implements Rows {

	private static final long LARGEST_TEXTS = 64L << 20;

	/** A number of a million digits is none of anybody's. */
	private static final int MOST_DIGITS = 40;

	private final String name;

	private final Path file;

	private final ReadableWorkbook workbook;

	private final Stream<org.dhatim.fastexcel.reader.Row> stream;

	private final Iterator<org.dhatim.fastexcel.reader.Row> rows;

	private @Nullable Columns columns;

	XlsxRows(Path file) throws IOException {
		this.name = file.getFileName().toString();
		this.file = file;
		try (ZipFile zip = new ZipFile(file.toFile())) {
			ZipEntry texts = zip.getEntry("xl/sharedStrings.xml");
			if (texts != null && texts.getSize() > LARGEST_TEXTS) {
				throw new UnreadableFile("its texts take more than " + (LARGEST_TEXTS >> 20) + " MB unpacked; save it as CSV", null);
			}
		}
		catch (UnreadableFile tooLarge) {
			throw tooLarge;
		}
		catch (IOException broken) {
			throw broken(file, broken);
		}
		this.workbook = opened(file);
		this.stream = firstSheet(file, workbook);
		this.rows = stream.iterator();
	}

	private static ReadableWorkbook opened(Path file) throws IOException {
		try {
			return new ReadableWorkbook(file.toFile());
		}
		catch (IOException | RuntimeException | OutOfMemoryError broken) {
			throw broken(file, broken);
		}
	}

	private static Stream<org.dhatim.fastexcel.reader.Row> firstSheet(Path file, ReadableWorkbook workbook) throws IOException {
		try {
			return workbook.getFirstSheet().openStream();
		}
		catch (IOException | RuntimeException broken) {
			workbook.close();
			throw broken(file, broken);
		}
	}

	/** Where the disk gives every byte, it is the workbook that is broken: trying again would not help. */
	private static IOException broken(Path file, Throwable why) {
		if (why instanceof IOException) {
			try (InputStream bytes = Files.newInputStream(file)) {
				bytes.transferTo(OutputStream.nullOutputStream());
			}
			catch (IOException disk) {
				return disk;
			}
		}
		return unreadable(why);
	}

	private static UnreadableFile unreadable(Throwable broken) {
		return new UnreadableFile(broken instanceof OutOfMemoryError ? "it takes more memory than the agent has; save it as CSV" : "the workbook cannot be read: " + broken.getMessage(), broken);
	}

	@Override
	public @Nullable Row next(Taker taker) throws IOException {
		try {
			while (rows.hasNext()) {
				org.dhatim.fastexcel.reader.Row row = rows.next();
				List<String> cells = cells(row);
				if (cells.stream().allMatch(String::isBlank)) {
					continue;
				}
				Columns known = columns;
				if (known == null) {
					columns = new Columns(cells);
					continue;
				}
				return new Row(name, row.getRowNum(), known, cells, true);
			}
			return null;
		}
		catch (RuntimeException | OutOfMemoryError broken) {
			throw broken(file, broken.getCause() instanceof IOException inside ? inside : broken);
		}
	}

	private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
		List<String> cells = new ArrayList<>(row.getCellCount());
		for (int i = 0; i < row.getCellCount(); i++) {
			Cell cell = row.getCell(i);
			cells.add(cell == null || cell.getType() == CellType.EMPTY ? "" : text(cell));
		}
		return cells;
	}

	/** A number is written plainly: 1.1E9 is how a spreadsheet shows it, not what it is. */
	private static String text(Cell cell) {
		if (cell.getType() == CellType.NUMBER) {
			BigDecimal number = cell.asNumber().stripTrailingZeros();
			return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
		}
		String text = cell.getText();
		return text == null ? "" : text;
	}

	@Override
	public void close() throws IOException {
		stream.close();
		workbook.close();
	}

}
