package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** What the ledger said of a line is known, whenever it said it. */
class AgentStateTests {

	private final SyncLine line = SyncLine.of("H26", "H26-260305-0001", "1.001193", 1, Status.of(1), Instant.parse("2026-03-05T01:00:00Z"));

	private final String key = StoredLine.key(line);

	private final AgentState state = AgentState.inMemory();

	@Test
	void aRejectionThatComesBeforeTheLineIsKeptIsNotForgotten() {
		state.expect(Set.of(key));
		state.rejected(List.of(key));
		state.put(Map.of(key, StoredLine.of(line)), "a.csv", "1");
		assertThat(state.dossier(line.code()).get(key).rejected()).isTrue();
	}

	@Test
	void aRejectionOfAnEarlierTryDoesNotStickToTheNext() {
		state.expect(Set.of(key));
		state.rejected(List.of(key));
		state.expect(Set.of());
		state.expect(Set.of(key));
		state.put(Map.of(key, StoredLine.of(line)), "a.csv", "1");
		assertThat(state.dossier(line.code()).get(key).rejected()).isFalse();
	}

}
