package vn.motcua.reporting.entry;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The rows of a sheet, one after the other. The library throws whatever it stumbles over where a file is not as it should be (a number that is none, a text that is
 * not there, an address without a column): only what comes from it counts as a damaged file, never what goes wrong with what was read.
 */
final class SheetRows {

	private SheetRows() {
	}

	/** The library could not make sense of the file. */
	static final class Damaged extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private Damaged(RuntimeException why) {
			super(why);
		}

	}

	/** @param taking whether the row after it is wanted too */
	static void each(Sheet sheet, Predicate<Row> taking) throws IOException {
		try (Stream<Row> rows = sheet.openStream()) {
			Iterator<Row> each = read(rows::iterator);
			while (read(each::hasNext) && taking.test(read(each::next))) {
				continue;
			}
		}
	}

	/** What the library reads. */
	static <T> T read(Supplier<T> library) {
		try {
			return library.get();
		}
		catch (RuntimeException stumbled) {
			throw new Damaged(stumbled);
		}
	}

}
