package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import vn.motcua.agent.mapping.ColumnRule;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.mapping.RowMapping;
import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;
import vn.motcua.sdk.FieldProblem;
import vn.motcua.sdk.SyncLine;

/** A row that contradicts another is told with the other and with what differs. */
class NumberingTests {

	private final AgentState state = AgentState.inMemory();

	private final List<Finding> findings = new ArrayList<>();

	private final RowMapping mapping = new RowMapping(new Mapping(members(), Map.of(), List.of()));

	private final Numbering numbering = new Numbering(state, mapping);

	@Test
	void twoRowsOfOneExportThatGiveTheSameStepAreNotCalledSentBefore() {
		numbering.begin();
		assertThat(number(2, "Lan", "12/03/2026", "Hoa")).hasSize(1);
		assertThat(number(3, "Lan", "12/03/2026", "Hoa")).as("the same again").isEmpty();
		assertThat(findings).isEmpty();
		assertThat(number(4, "Minh", "15/03/2026", "Lợi")).isEmpty();
		assertThat(findings).containsExactly(new Finding("a.csv", 4, "", "line-twice", "H26-260305-0001 1 (a.csv:2): Hẹn 12/03/2026 00:00:00 → 15/03/2026 00:00:00, Tên, Cán bộ"));
	}

	@Test
	void aRowOfALaterExportSaysWhatWasSentBefore() {
		numbering.begin();
		number(2, "Lan", "12/03/2026", "Hoa");
		keep();
		numbering.begin();
		assertThat(number(2, "Lan", "", "Hoa")).isEmpty();
		assertThat(findings).containsExactly(new Finding("a.csv", 2, "", "line-changed", "H26-260305-0001 1 (a.csv:2): Hẹn 12/03/2026 00:00:00 → –"));
	}

	@Test
	void aLineThatTheLedgerDidNotTakeIsCorrectedFreely() {
		number(2, "Lan", "12/03/2026", "Hoa");
		String key = numbering.fresh().firstKey();
		keep();
		state.rejected(Map.of(key, new FieldProblem("/dueAt", "dossier.sync.wrong", "Wrong.")));
		assertThat(number(2, "Lan", "15/03/2026", "Hoa")).extracting(SyncLine::seq).containsExactly(1);
		assertThat(findings).isEmpty();
	}

	private void keep() {
		state.put(numbering.fresh(), "a.csv", "1");
		numbering.clear();
	}

	private List<SyncLine> number(long number, String name, String due, String officer) {
		Row row = new Row("a.csv", number, new Columns(List.of("Mã", "Lúc", "Tên", "Hẹn", "Cán bộ")), List.of("H26-260305-0001", "05/03/2026 08:00", name, due, officer), false);
		return numbering.number(mapping.map(row, findings::add), row, findings::add);
	}

	private static Map<String, ColumnRule> members() {
		Map<String, ColumnRule> members = new LinkedHashMap<>();
		members.put("agency", ColumnRule.always("H26"));
		members.put("procedure", ColumnRule.always("1.001193"));
		members.put("status", ColumnRule.always("1"));
		members.put("code", ColumnRule.of("Mã"));
		members.put("at", ColumnRule.of("Lúc"));
		members.put("applicant.name", ColumnRule.of("Tên"));
		members.put("dueAt", ColumnRule.of("Hẹn"));
		members.put("officer", ColumnRule.of("Cán bộ"));
		return members;
	}

}
