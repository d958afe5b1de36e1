package vn.motcua.agent;

import java.io.IOException;
import java.io.PrintStream;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.mapping.RowMapping;
import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.agent.source.Taker;
import vn.motcua.sdk.SyncLine;

/** Shows what the first rows become and what is found in the first thousand, and sends nothing. */
final class Trial implements Taker {

	private static final int SHOWN = 10;

	private static final int LOOKED_AT = 1_000;

	private static final int MOST_FINDINGS = 100;

	private final Mapping columns;

	private final RowMapping mapping;

	private final Numbering numbering;

	private final Words words;

	private final PrintStream out;

	private @Nullable Columns seen;

	private int rows;

	private int lines;

	private int found;

	Trial(Mapping mapping, Words words, PrintStream out) {
		this.columns = mapping;
		this.mapping = new RowMapping(mapping);
		this.numbering = new Numbering(AgentState.inMemory(), this.mapping.numbered());
		this.words = words;
		this.out = out;
	}

	/** How much was found. */
	int end() {
		out.println(rows == 0 ? words.text("try.none") : words.text("try.end", rows, lines, found));
		return found;
	}

	@Override
	public @Nullable String mark(String part) {
		return null;
	}

	@Override
	public void restart(String part) {
		// nothing is kept
	}

	@Override
	public void row(Row row, String part, String mark) throws IOException {
		rows++;
		if (row.columns() != seen) {
			seen = row.columns();
			for (String column : columns.columns()) {
				if (!row.columns().has(column)) {
					found(new Finding(row.source(), 0, column, "column-missing", ""));
				}
			}
		}
		if (rows <= SHOWN) {
			out.println(words.text("try.row", row.source() + ":" + row.number()));
		}
		for (SyncLine line : mapping.map(row, this::found)) {
			SyncLine told = numbering.number(line, row, this::found).orElse(null);
			lines += told == null ? 0 : 1;
			if (rows <= SHOWN && told != null) {
				out.println("  " + told.toJson());
			}
		}
	}

	@Override
	public void reached(String part, String mark) {
		// nothing is kept
	}

	@Override
	public void found(Finding finding) {
		if (++found <= MOST_FINDINGS) {
			out.println("  ! " + words.finding(finding));
		}
	}

	@Override
	public boolean enough() {
		return rows >= LOOKED_AT;
	}

}
