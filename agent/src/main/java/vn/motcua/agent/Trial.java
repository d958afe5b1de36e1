package vn.motcua.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.mapping.RowMapping;
import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.agent.source.Source;
import vn.motcua.agent.source.Taker;
import vn.motcua.sdk.SyncLine;

/** Shows what the first rows become, what is found in all, and what the ledger would say to them; nothing is recorded, here or there. */
final class Trial implements Taker {

	private static final int SHOWN = 10;

	private static final int LOOKED_AT = 10_000;

	private final Mapping columns;

	private final RowMapping mapping;

	private final Numbering numbering;

	private final DryRun dryRun;

	private final Kinds kinds;

	private final Words words;

	private final PrintStream out;

	private final FindingsFile findings;

	private @Nullable Columns seen;

	private boolean lacking;

	private int rows;

	private int skipped;

	private int lines;

	private int found;

	/**
	 * @param known what was sent before: it keeps its numbers
	 * @param findings where all of them go
	 */
	Trial(Settings settings, AgentState known, Words words, PrintStream out, FindingsFile findings) {
		this.columns = settings.mapping();
		this.mapping = new RowMapping(settings.mapping());
		this.numbering = Numbering.ofAll(known, this.mapping);
		this.dryRun = new DryRun(settings, words, out, findings);
		this.findings = findings;
		this.kinds = new Kinds(words, out);
		this.words = words;
		this.out = out;
	}

	/** Whether the ledger would take all that was looked at. */
	boolean end(Source source) throws IOException, InterruptedException {
		Optional<Source.Nowhere> nowhere = source.nowhere();
		if (nowhere.isPresent()) {
			out.println(words.nowhere(nowhere.get()));
			return false;
		}
		kinds.counted();
		if (skipped > 0) {
			out.println(words.text("skipped", skipped));
		}
		if (enough()) {
			out.println(words.text("try.enough", LOOKED_AT));
		}
		out.println(rows == 0 ? words.text("try.none") : words.text("try.end", rows, lines, found));
		boolean agreed = dryRun.agrees();
		return found == 0 && agreed;
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
		if (!lacking && columns.leavesOut(row)) {
			skipped++;
		}
		else if (!lacking) {
			mapped(row);
		}
	}

	private void mapped(Row row) {
		if (rows <= SHOWN) {
			out.println(words.text("try.row", row.source() + ":" + row.number()));
		}
		for (SyncLine line : numbering.number(mapping.map(row, this::found), row, this::found)) {
			lines++;
			dryRun.add(row, line);
			if (rows <= SHOWN) {
				out.println("  " + line.toJson());
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
		findings.add(finding);
		String kind = finding.rule() + (finding.column().isEmpty() ? "" : " [" + finding.column() + "]") + (finding.rule().equals("unmapped") || finding.rule().startsWith("part") ? " \"" + finding.value() + "\"" : "");
		kinds.show(kind, words.finding(finding));
	}

	@Override
	public boolean enough() {
		return rows >= LOOKED_AT;
	}

}
