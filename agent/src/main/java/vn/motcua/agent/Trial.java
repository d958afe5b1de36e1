package vn.motcua.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.mapping.RowMapping;
import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.agent.source.Taker;
import vn.motcua.sdk.SyncLine;

/** Shows what the first rows become and what is found in all, each kind of finding a few times and then counted; sends nothing. */
final class Trial implements Taker {

	private static final int SHOWN = 10;

	private static final int SHOWN_OF_A_KIND = 5;

	private static final int MOST_KINDS = 100;

	private static final int LOOKED_AT = 10_000;

	private final Mapping columns;

	private final RowMapping mapping;

	private final Numbering numbering;

	private final Words words;

	private final PrintStream out;

	private final Map<String, Integer> kinds = new LinkedHashMap<>();

	private @Nullable Columns seen;

	private boolean lacking;

	private int rows;

	private int lines;

	private int found;

	Trial(Mapping mapping, Words words, PrintStream out) {
		this.columns = mapping;
		this.mapping = new RowMapping(mapping);
		this.numbering = new Numbering(AgentState.inMemory(), this.mapping);
		this.words = words;
		this.out = out;
	}

	/** How much was found. */
	int end() {
		kinds.forEach((kind, count) -> {
			if (count > SHOWN_OF_A_KIND) {
				out.println("  " + words.text("try.kind", count, kind));
			}
		});
		if (enough()) {
			out.println(words.text("try.enough", LOOKED_AT));
		}
		out.println(rows == 0 ? words.text("try.none") : words.text("try.end", rows, lines, found));
		return found;
	}

	@Override
	public @Nullable String mark(String part) {
		return null;
	}

	@Override
	public void restart(String part) {
		seen = null;
	}

	@Override
	public void row(Row row, String part, String mark) throws IOException {
		rows++;
		if (row.columns() != seen) {
			seen = row.columns();
			List<Finding> missing = columns.missing(row);
			missing.forEach(this::found);
			lacking = !missing.isEmpty();
			if (lacking) {
				out.println("    " + words.text("try.columns", row.columns().listed()));
			}
		}
		if (!lacking) {
			mapped(row);
		}
	}

	private void mapped(Row row) {
		if (rows <= SHOWN) {
			out.println(words.text("try.row", row.source() + ":" + row.number()));
		}
		for (SyncLine told : numbering.number(mapping.map(row, this::found), row, this::found)) {
			lines++;
			if (rows <= SHOWN) {
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
		found++;
		String kind = finding.rule() + (finding.column().isEmpty() ? "" : " [" + finding.column() + "]") + (finding.rule().equals("unmapped") ? " \"" + finding.value() + "\"" : "");
		int before = kinds.size() < MOST_KINDS || kinds.containsKey(kind) ? kinds.merge(kind, 1, Integer::sum) : SHOWN_OF_A_KIND + 1;
		if (before <= SHOWN_OF_A_KIND) {
			out.println("  ! " + words.finding(finding));
		}
	}

	@Override
	public boolean enough() {
		return rows >= LOOKED_AT;
	}

}
