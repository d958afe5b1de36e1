package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.motcua.reporting.Reports.State;
import vn.motcua.site.Messages;

class ReportLifecycleTests {

	@Test
	void everyStateIsReachedAndLeftAndEveryActStandsInTheTable() {
		Set<State> reached = EnumSet.of(State.OPEN);
		for (State state : State.values()) {
			assertThat(ReportLifecycle.acts(state)).as(state.name()).isNotEmpty();
			ReportLifecycle.acts(state).forEach(act -> reached.add(ReportLifecycle.after(state, act)));
		}
		assertThat(reached).containsExactlyInAnyOrder(State.values());
		assertThat(Arrays.stream(Act.values()).filter(act -> act != Act.OPEN)).allMatch(act -> !ReportLifecycle.who(act).isEmpty());
		assertThat(Arrays.stream(Act.values()).filter(act -> act != Act.OPEN))
			.allMatch(act -> Arrays.stream(State.values()).anyMatch(state -> ReportLifecycle.allowed(state, act)));
	}

	@Test
	void figuresChangeOnlyWhileTheReportIsWithItsReporter() {
		for (State state : State.values()) {
			boolean draft = ReportLifecycle.allowed(state, Act.START) || state == State.DRAFTING;
			assertThat(state.open()).as(state.name()).isEqualTo(draft);
		}
	}

	@Test
	void nothingIsSentUnsignedAndNothingAcceptedUnsent() {
		for (State state : State.values()) {
			assertThat(ReportLifecycle.allowed(state, Act.SEND)).as(state.name()).isEqualTo(state == State.APPROVED);
			assertThat(ReportLifecycle.allowed(state, Act.ACCEPT)).as(state.name()).isEqualTo(state == State.SENT || state == State.RECEIVED);
		}
		assertThat(ReportLifecycle.who(Act.APPROVE)).containsExactly(Who.LEADER);
	}

	@Test
	void closedReportIsOpenedByACorrectionOnly() {
		assertThat(ReportLifecycle.acts(State.CLOSED)).containsExactly(Act.CORRECT);
	}

	@Test
	void everyStateAndActHasWords() {
		Messages messages = Messages.load();
		assertThat(State.values()).allMatch(state -> messages.has(WorkWords.state(state)));
		assertThat(Act.values()).allMatch(act -> messages.has(act.label()) && messages.has(act.done()));
	}

	@Test
	void pictureAndTableInTheDocsAreTheTable() throws Exception {
		String page = Files.readString(Path.of("..", "docs", "modules", "reporting.md"));
		assertThat(page).contains("```mermaid\n" + ReportLifecycle.diagram() + "```");
		assertThat(page).contains("| act | in states | leads to | whose |\n|---|---|---|---|\n" + ReportLifecycle.rows());
	}

}
