package vn.motcua.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.sdk.Batches;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.FieldProblem;
import vn.motcua.sdk.Outcome.Result;
import vn.motcua.sdk.Refused;
import vn.motcua.sdk.SyncLine;
import vn.motcua.sdk.Tried;

/**
 * Asks the ledger what would become of the lines that a trial made, and says it line by line; nothing is recorded there. Lines of a dossier are asked for
 * together, because what is possible depends on those before.
 */
final class DryRun {

	static final int MOST_LINES = 10_000;

	private static final int LINES_AT_ONCE = 2_000;

	private static final int LETTERS_AT_ONCE = 1_000_000;

	private final Supplier<Connection> ledger;

	private final Mapping columns;

	private final Words words;

	private final PrintStream out;

	private final FindingsFile findings;

	private final List<Asked> asked = new ArrayList<>();

	private boolean more;

	DryRun(Settings settings, Words words, PrintStream out, FindingsFile findings) {
		this.findings = findings;
		this.ledger = settings.ledger();
		this.columns = settings.mapping();
		this.words = words;
		this.out = out;
	}

	/** @param origin the row that it comes from */
	private record Asked(Origin origin, SyncLine line) {
	}

	void add(Row row, SyncLine line) {
		if (asked.size() == MOST_LINES) {
			more = true;
			return;
		}
		asked.add(new Asked(new Origin(row.source(), row.number(), 0), line));
	}

	/** Whether the ledger was asked and would take everything. */
	boolean agrees() throws InterruptedException {
		if (asked.isEmpty()) {
			return true;
		}
		Connection connection;
		try {
			connection = ledger.get();
		}
		catch (SettingsProblem lacking) {
			return unasked("settings", lacking.getMessage());
		}
		try {
			List<Tried> answers = answers(new Batches(connection));
			out.println(words.text("try.ledger", connection.server(), asked.size()));
			return told(answers);
		}
		catch (Refused refused) {
			return unasked(switch (refused.code()) {
				case "invalid_client" -> "key";
				case "unauthorized_client" -> "unapproved";
				default -> "refused";
			}, refused.getMessage());
		}
		catch (IOException away) {
			return unasked("away", connection.server() + (away.getMessage() == null ? "" : " (" + away.getMessage() + ")"));
		}
	}

	private boolean unasked(String why, String said) {
		out.println(words.text("try.unasked." + why, said));
		return false;
	}

	/** In the order of the lines. */
	private List<Tried> answers(Batches batches) throws IOException, InterruptedException {
		Map<String, List<Integer>> dossiers = new LinkedHashMap<>();
		for (int place = 0; place < asked.size(); place++) {
			dossiers.computeIfAbsent(asked.get(place).line().code(), code -> new ArrayList<>()).add(place);
		}
		Tried[] answers = new Tried[asked.size()];
		List<Integer> places = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		int letters = 0;
		for (List<Integer> dossier : dossiers.values()) {
			for (int place : dossier) {
				String line = asked.get(place).line().toJson();
				places.add(place);
				lines.add(line);
				letters += line.length();
			}
			if (lines.size() >= LINES_AT_ONCE || letters >= LETTERS_AT_ONCE) {
				ask(batches, lines, places, answers);
				letters = 0;
			}
		}
		ask(batches, lines, places, answers);
		return List.of(answers);
	}

	private static void ask(Batches batches, List<String> lines, List<Integer> places, Tried[] answers) throws IOException, InterruptedException {
		if (!lines.isEmpty()) {
			List<Tried> said = Patience.with(() -> batches.tryOut(lines));
			for (int i = 0; i < said.size(); i++) {
				answers[places.get(i)] = said.get(i);
			}
			lines.clear();
			places.clear();
		}
	}

	private boolean told(List<Tried> answers) {
		Map<Result, Integer> counts = new EnumMap<>(Result.class);
		Kinds kinds = new Kinds(words, out);
		for (int i = 0; i < answers.size(); i++) {
			Asked line = asked.get(i);
			counts.merge(answers.get(i).result(), 1, Integer::sum);
			for (FieldProblem problem : answers.get(i).problems()) {
				Refusal refusal = new Refusal(line.origin(), line.line(), problem);
				findings.add(refusal);
				kinds.show(named(refusal), line.origin().source() + ":" + line.origin().row() + column(problem) + " " + named(refusal) + ": " + problem.message() + " ("
						+ line.line().code() + ", seq " + line.line().seq() + ")");
			}
		}
		suspects(answers).forEach(finding -> {
			findings.add(finding);
			kinds.show(finding.rule(), words.finding(finding));
		});
		kinds.counted();
		if (more) {
			out.println(words.text("try.ledger.more", MOST_LINES));
		}
		out.println(words.text("try.ledger.end", count(counts, Result.APPLIED), count(counts, Result.DUPLICATE), count(counts, Result.STALE), count(counts, Result.REJECTED)));
		return !counts.containsKey(Result.REJECTED);
	}

	/** Where the ledger refuses a step because of one that it would take: that one, which no answer names. */
	private List<Finding> suspects(List<Tried> answers) {
		Map<String, TreeMap<SyncLine, Integer>> dossiers = new LinkedHashMap<>();
		for (int place = 0; place < asked.size(); place++) {
			dossiers.computeIfAbsent(asked.get(place).line().code(), code -> new TreeMap<>(Comparator.comparing(SyncLine::at).thenComparing(SyncLine::seq))).put(asked.get(place).line(), place);
		}
		List<Finding> suspects = new ArrayList<>();
		for (TreeMap<SyncLine, Integer> dossier : dossiers.values()) {
			Integer before = null;
			for (int place : dossier.values()) {
				boolean refused = answers.get(place).problems().stream().anyMatch(problem -> problem.rule().equals(Contradiction.RULE));
				if (refused && before != null) {
					boolean sent = answers.get(before).result() == Result.DUPLICATE;
					suspects.add(new Contradiction(stored(before), stored(place), sent).suspect());
					break;
				}
				before = answers.get(place).result() == Result.REJECTED ? before : (Integer) place;
			}
		}
		return suspects;
	}

	private StoredLine stored(int place) {
		return StoredLine.of(asked.get(place).line(), asked.get(place).origin());
	}

	private static int count(Map<Result, Integer> counts, Result of) {
		return counts.getOrDefault(of, 0);
	}

	private String column(FieldProblem problem) {
		String column = columns.column(problem.member());
		return column.isEmpty() ? "" : " [" + column + "]";
	}

	/** Member and rule, with a code that the ledger does not take as it is. */
	private static String named(Refusal refusal) {
		return (refusal.problem().member() + " " + refusal.problem().rule()).strip() + (refusal.value().isEmpty() ? "" : " \"" + refusal.value() + "\"");
	}

}
