package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import vn.motcua.sdk.FieldProblem;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** What the ledger said of a line is known, whenever it said it. */
class AgentStateTests {

	private final SyncLine line = SyncLine.of("H26", "H26-260305-0001", "1.001193", 1, Status.of(1), Instant.parse("2026-03-05T01:00:00Z"));

	private final String key = StoredLine.key(line);

	private final FieldProblem problem = new FieldProblem("/note", "dossier.sync.wrong", "Wrong.");

	private final AgentState state = AgentState.inMemory();

	@Test
	void aRejectionThatComesBeforeTheLineIsKeptIsNotForgotten() {
		state.expect(Map.of(key, StoredLine.of(line)));
		state.rejected(Map.of(key, problem));
		state.put(Map.of(key, StoredLine.of(line)), "a.csv", "1");
		assertThat(state.dossier(line.code()).get(key).rejected()).isTrue();
	}

	@Test
	void aRejectionOfAnEarlierTryDoesNotStickToTheNext() {
		state.expect(Map.of(key, StoredLine.of(line)));
		state.rejected(Map.of(key, problem));
		state.expect(Map.of());
		state.expect(Map.of(key, StoredLine.of(line)));
		state.put(Map.of(key, StoredLine.of(line)), "a.csv", "1");
		assertThat(state.dossier(line.code()).get(key).rejected()).isFalse();
	}

	/** The ledger can answer before the line is kept. */
	@Test
	void theRowOfALineIsKnownOnItsWayIntoTheOutboxAndAfterwards() {
		assertThat(state.origin(key)).isNull();
		state.put(Map.of(key, StoredLine.of(line)), "a.csv", "1");
		assertThat(state.origin(key)).as("kept before rows were noted").isNull();
		state.expect(Map.of(key, StoredLine.of(line, new Origin("a.csv", 7, 1))));
		assertThat(state.origin(key)).isEqualTo(new Origin("a.csv", 7, 1));
		state.put(Map.of(key, StoredLine.of(line, new Origin("a.csv", 7, 1))), "a.csv", "2");
		assertThat(state.origin(key)).isEqualTo(new Origin("a.csv", 7, 1));
	}

	@Test
	void aLineThatTheLedgerDoesNotTakeIsToldWithItsRowUntilItIsMendedOrItsRowIsGone() {
		StoredLine first = StoredLine.of(line, new Origin("a.csv", 7, 1));
		state.begun("a.csv", 1);
		state.put(Map.of(key, first), "a.csv", "1");
		state.rejected(Map.of(key, problem));
		assertThat(state.refusals()).containsExactly(new Refusal(new Origin("a.csv", 7, 1), line, problem));
		state.begun("a.csv", 2);
		assertThat(state.refusals()).as("its row was not seen again").isEmpty();
		state.put(Map.of(key, first.asRejected().from(new Origin("a.csv", 9, 2))), "a.csv", "2");
		assertThat(state.refusals()).extracting(Refusal::origin).as("the row is another now").containsExactly(new Origin("a.csv", 9, 2));
		state.put(Map.of(key, StoredLine.of(line.withWords("mended", null), new Origin("a.csv", 9, 2))), "a.csv", "3");
		assertThat(state.refusals()).as("on its way again").isEmpty();
	}

	@Test
	void aLineThatWasKeptBeforeRowsWereNotedIsReadAsItWas() {
		String text = StoredLine.of(line).text();
		assertThat(StoredLine.of(text.substring(0, text.indexOf('\t')))).isEqualTo(StoredLine.of(line));
		StoredLine noted = StoredLine.of(line.withWords("a\tb", null), new Origin("a.csv", 7, 1));
		assertThat(StoredLine.of(noted.text())).isEqualTo(noted);
	}

}
