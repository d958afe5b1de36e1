package vn.motcua.agent;

import java.io.IOException;

import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.source.Finding;

/** Everything that was found, one row each, as a spreadsheet opens it: what is wrong in the source, and what the ledger does not take. */
final class FindingsCsv {

	/** More are counted, not written. */
	static final int MOST = 100_000;

	private static final String HEADER = "\uFEFFsource,row,column,rule,value,words,code,seq\r\n";

	private final Appendable out;

	private final Mapping columns;

	private final Words words;

	private int rows;

	FindingsCsv(Appendable out, Mapping columns, Words words) throws IOException {
		this.out = out;
		this.columns = columns;
		this.words = words;
		out.append(HEADER);
	}

	/** All that is known: of the source, and what the ledger does not take. */
	void add(AgentState state) throws IOException {
		for (Finding finding : state.findings(MOST)) {
			add(finding);
		}
		for (Refusal refusal : state.refusals()) {
			add(refusal);
		}
	}

	void add(Finding finding) throws IOException {
		add(finding.source(), finding.row(), finding.column(), finding.rule(), finding.value(), words.meaning(finding), "", "");
	}

	void add(Refusal refusal) throws IOException {
		add(refusal.origin().source(), refusal.origin().row(), columns.column(refusal.problem().member()), refusal.problem().rule(), refusal.value(), refusal.problem().message(),
				refusal.line().code(), String.valueOf(refusal.line().seq()));
	}

	private void add(String source, long row, String column, String rule, String value, String meaning, String code, String seq) throws IOException {
		if (++rows <= MOST) {
			out.append(cell(source)).append(',').append(row == 0 ? "" : String.valueOf(row)).append(',').append(cell(column)).append(',').append(rule).append(',').append(cell(value))
				.append(',').append(cell(meaning)).append(',').append(cell(code)).append(',').append(seq).append("\r\n");
		}
	}

	int rows() {
		return rows;
	}

	/** A spreadsheet must not take a value for a formula. */
	private static String cell(String text) {
		String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
		return '"' + harmless.replace("\"", "\"\"") + '"';
	}

}
