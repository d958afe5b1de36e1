package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.motcua.reporting.entry.RowDifferences.Kind;
import vn.motcua.reporting.entry.RowDifferences.RowDifference;
import vn.motcua.reporting.entry.WorkbookContent.Line;

/** Rows of growing tables that come back in a workbook: what the clerk did to each is told apart. */
class RowDifferencesTests {

	private final Map<UUID, String> written = new LinkedHashMap<>();

	private final List<GrowingRow> standing = new ArrayList<>();

	private final List<Line> lines = new ArrayList<>();

	@Test
	void nothingDiffersWhereNothingWasDone() {
		rows("a", "b", "c");
		file("a", "b", "c");
		assertThat(differences()).isEmpty();
	}

	@Test
	void tellsAddedChangedAndRemovedRowsApart() {
		rows("a", "b", "c");
		file("a");
		lines.add(new Line("t", 1, id("c"), Map.of("x", "c mới")));
		lines.add(new Line("t", 2, null, Map.of("x", "d")));
		assertThat(told()).containsExactlyInAnyOrder("REMOVED b", "CHANGED c mới", "ADDED d");
	}

	/** Before, everything below a row that was taken out or put in counted as changed. */
	@Test
	void aRowPutInBetweenChangesNoOther() {
		rows("a", "b", "c");
		file("a", null, "b", "c");
		assertThat(told()).containsExactly("ADDED new");
		assertThat(result()).containsExactly("a", "new", "b", "c");
	}

	@Test
	void aMovedRowIsMoved() {
		rows("a", "b", "c", "d");
		file("d", "a", "b", "c");
		assertThat(told()).containsExactly("MOVED d");
		assertThat(result()).containsExactly("d", "a", "b", "c");
	}

	@Test
	void whatSomebodyElseAddedMeanwhileStays() {
		rows("a");
		file("a");
		standing.add(new GrowingRow("t", id("z"), 1, Map.of("x", "z"), 1));
		assertThat(differences()).isEmpty();
	}

	@Test
	void whatSomebodyElseChangedMeanwhileIsLeftAloneUnlessTheClerkChangedItToo() {
		rows("a", "b");
		standing.set(0, new GrowingRow("t", id("a"), 0, Map.of("x", "của người khác"), 2));
		standing.set(1, new GrowingRow("t", id("b"), 1, Map.of("x", "của người khác"), 2));
		file("a");
		lines.add(new Line("t", 1, id("b"), Map.of("x", "của tôi")));
		assertThat(differences()).singleElement().satisfies(difference -> {
			assertThat(difference.kind()).isEqualTo(Kind.CHANGED);
			assertThat(difference.changedSince()).isTrue();
			assertThat(difference.row().version()).isEqualTo(2);
		});
	}

	@Test
	void placesStayWithinTheRoomOfTheTable() {
		rows("a", "b");
		standing.set(1, new GrowingRow("t", id("b"), 9, Map.of("x", "b"), 1));
		file("a", "b", null);
		assertThat(result()).containsExactly("a", "b", "new");
		assertThat(differences()).allSatisfy(difference -> assertThat(difference.row().place()).isLessThan(10));
	}

	private void rows(String... names) {
		for (String name : names) {
			standing.add(new GrowingRow("t", id(name), standing.size(), Map.of("x", name), 1));
			written.put(id(name), WorkbookStamp.of(Map.of("x", name)));
		}
	}

	private void file(String... names) {
		for (String name : names) {
			lines.add(new Line("t", lines.size(), name == null ? null : id(name), Map.of("x", name == null ? "new" : name)));
		}
	}

	private List<RowDifference> differences() {
		return RowDifferences.of("t", 10, standing, lines, written);
	}

	private List<String> told() {
		return differences().stream().filter(difference -> difference.kind() != Kind.SHIFTED).map(difference -> difference.kind() + " " + difference.shown().get("x")).toList();
	}

	/** What stands in the table after all of it was written. */
	private List<String> result() {
		Map<UUID, GrowingRow> after = new LinkedHashMap<>();
		standing.forEach(row -> after.put(row.id(), row));
		differences().forEach(difference -> after.put(difference.row().id(), difference.row()));
		return after.values().stream().filter(row -> !row.empty()).sorted(java.util.Comparator.comparingInt(GrowingRow::place)).map(row -> row.values().get("x")).toList();
	}

	private static UUID id(String name) {
		return new UUID(0, name.hashCode());
	}

}
