package vn.motcua.agency.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** First sheet of an XLSX file as text. */
final class Spreadsheet {

	private static final long MOST_UNPACKED_BYTES = 64L * 1024 * 1024;

	private static final int MOST_ENTRIES = 200;

	private Spreadsheet() {
	}

	static List<List<String>> rows(byte[] content, int most) {
		refuseBomb(content);
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content)); Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
			return rows(sheet.iterator(), most);
		}
		catch (IOException | ExcelReaderException notASpreadsheet) {
			throw TreeFile.unreadable("xlsx");
		}
	}

	/** Line numbers stay those of the sheet: rows that the file leaves out are put back as empty ones. */
	private static List<List<String>> rows(Iterator<Row> sheet, int most) {
		List<List<String>> rows = new ArrayList<>();
		while (sheet.hasNext()) {
			Row row = sheet.next();
			if (row.getRowNum() > most) {
				throw TreeFile.tooLarge();
			}
			while (rows.size() < row.getRowNum() - 1) {
				rows.add(List.of());
			}
			rows.add(cells(row));
		}
		return rows;
	}

	private static List<String> cells(Row row) {
		List<String> cells = new ArrayList<>();
		for (int column = 0; column < row.getCellCount(); column++) {
			Cell cell = row.getCell(column);
			cells.add(cell == null || cell.getText() == null ? "" : cell.getText());
		}
		return cells;
	}

	private static void refuseBomb(byte[] content) {
		long unpacked = 0;
		int entries = 0;
		byte[] buffer = new byte[65_536];
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
					unpacked += read;
					if (unpacked > MOST_UNPACKED_BYTES) {
						throw TreeFile.tooLarge();
					}
				}
				if (++entries > MOST_ENTRIES) {
					throw TreeFile.tooLarge();
				}
			}
		}
		catch (IOException damaged) {
			throw TreeFile.unreadable("xlsx");
		}
	}

}
