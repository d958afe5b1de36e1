package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.motcua.dossier.DossierEvent;

class BulkAppendTests {

	@Test
	void leavesTheSameRowsAsSingleSteps() {
		try (LedgerDatabase database = new LedgerDatabase()) {
			BulkAppend bulk = bulk(database);
			LedgerStore store = new LedgerStore(database.jdbc);
			List<DossierEvent> first = SampleEvents.wholeLife(SampleEvents.code(1));
			bulk.append(first.subList(0, 3));
			bulk.append(first.subList(3, 7));
			DossierState single = LedgerStoreTests.live(store, SampleEvents.code(2));
			DossierState together = store.find(SampleEvents.code(1)).orElseThrow();
			assertThat(StateRow.of(together).difference(StateRow.of(single))).isEqualTo("code differ");
			assertThat(store.events(SampleEvents.code(1))).hasSize(7);
		}
	}

	@Test
	void appendsNothingOfABatchThatDoesNotGoOn() {
		try (LedgerDatabase database = new LedgerDatabase()) {
			List<DossierEvent> events = new ArrayList<>(SampleEvents.wholeLife(SampleEvents.code(1)));
			events.addAll(SampleEvents.wholeLife(SampleEvents.code(2)).subList(2, 4));
			assertThatThrownBy(() -> bulk(database).append(events)).isInstanceOf(IllegalStateException.class);
			assertThat(database.jdbc.queryForObject("select count(*) from dossier.event", Integer.class)).isZero();
		}
	}

	@Test
	void keepsEveryLetterOfAReason() {
		try (LedgerDatabase database = new LedgerDatabase()) {
			DossierEvent plain = SampleEvents.submitted(SampleEvents.code(1));
			String reason = "dòng một\ndòng\thai \\N \\. \"ngoặc\" \r xong";
			bulk(database).append(List.of(new DossierEvent(0, plain.code(), 1, plain.type(), plain.status(), plain.at(), plain.at(), plain.actorKind(),
					plain.actorAccount(), plain.actorName(), plain.agency(), plain.channel(), reason, plain.detail())));
			assertThat(new LedgerStore(database.jdbc).events(plain.code())).singleElement().satisfies(event -> assertThat(event.reason()).isEqualTo(reason));
		}
	}

	private static BulkAppend bulk(LedgerDatabase database) {
		return new BulkAppend(database.jdbc, database.transactions, new LedgerPartitions(database.jdbc, java.time.Clock.systemUTC()));
	}

}
