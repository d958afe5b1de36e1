package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.kernel.DossierCode;

class LedgerStoreTests {

	private static final UUID ACCOUNT = new UUID(0, 9);

	private static LedgerDatabase database;

	private static LedgerStore store;

	@BeforeAll
	static void open() {
		database = new LedgerDatabase();
		database.jdbc.queryForObject("select dossier.ensure_month(date '2020-08-01')", Boolean.class);
		store = new LedgerStore(database.jdbc);
	}

	@AfterAll
	static void close() {
		database.close();
	}

	static DossierState live(LedgerStore store, DossierCode code) {
		DossierState state = null;
		for (DossierEvent event : SampleEvents.wholeLife(code)) {
			state = Fold.fold(state, event);
			if (event.seq() == 1) {
				assertThat(store.enter(ACCOUNT, code.value(), "digest", event, state)).isPresent();
			}
			else {
				assertThat(store.step(event, state)).isPresent();
			}
		}
		return state;
	}

	@Test
	void keepsEventsAndTheStateTheyLeadTo() {
		DossierCode code = SampleEvents.code(1);
		DossierState state = live(store, code);
		assertThat(store.find(code)).contains(state);
		assertThat(store.events(code)).hasSize(7).extracting(DossierEvent::seq).containsExactly(1, 2, 3, 4, 5, 6, 7);
	}

	@Test
	void sameRequestEntersOnce() {
		DossierEvent event = SampleEvents.submitted(SampleEvents.code(2));
		assertThat(store.enter(ACCOUNT, "form-1", "digest", event, Fold.fold(null, event))).isPresent();
		DossierEvent again = SampleEvents.submitted(SampleEvents.code(3));
		assertThat(store.enter(ACCOUNT, "form-1", "digest", again, Fold.fold(null, again))).isEmpty();
		assertThat(store.find(again.code())).isEmpty();
		assertThat(store.enteredAs(ACCOUNT, "form-1")).hasValueSatisfying(entered -> assertThat(entered.code()).isEqualTo(event.code()));
	}

	@Test
	void secondOfTwoStepsOnTheSameVersionIsNotRecorded() {
		DossierCode code = SampleEvents.code(4);
		List<DossierEvent> life = SampleEvents.wholeLife(code);
		DossierState first = Fold.fold(null, life.get(0));
		store.enter(ACCOUNT, code.value(), "digest", life.get(0), first);
		DossierState second = Fold.fold(first, life.get(1));
		assertThat(store.step(life.get(1), second)).isPresent();
		assertThat(store.step(life.get(1), second)).isEmpty();
	}

	@Test
	void refusesToChangeOrRemoveAnEvent() {
		DossierEvent event = SampleEvents.submitted(SampleEvents.code(5));
		store.enter(ACCOUNT, event.code().value(), "digest", event, Fold.fold(null, event));
		for (String attempt : List.of("update dossier.event set status = 2", "delete from dossier.event", "truncate dossier.event",
				"delete from dossier.event_2020_08", "truncate dossier.event_2020_08")) {
			assertThatThrownBy(() -> database.jdbc.execute(attempt)).as(attempt).hasMessageContaining("append-only");
		}
	}

	@Test
	void codeLooksIntoOnePartition() {
		for (String table : List.of("event", "dossier")) {
			String plan = plan("select * from dossier." + table + " where received_on = date '2020-08-19' and code = '000.00.14.H26-200819-0001'");
			assertThat(plan).contains(table + "_2020_08").doesNotContain(table + "_other").contains("Index");
		}
	}

	@Test
	void queueOfAnAgencyIsReadFromItsIndex() {
		database.jdbc.queryForObject("select dossier.ensure_month(date '2020-09-01')", Boolean.class);
		database.jdbc.execute("""
				insert into dossier.dossier select date '2020-09-01' + n % 28, 'X-' || n, 1, (array[1, 2, 4, 5, 9, 10, 10, 10, 3, 7])[1 + n % 10], n % 7, 's', 1, 'c',
				2, null, 'p' || n, 'name', now(), null, now() + make_interval(mins => n), null, null, null, null, 'r', now(), null, '{}' from generate_series(1, 40000) n""");
		database.jdbc.execute("analyze dossier.dossier");
		assertThat(plan("select * from dossier.dossier where agency = 3 and status = 4 order by due_at, code limit 50"))
			.contains("dossier_2020_09_agency_status_due_at_code_idx").doesNotContain("Seq Scan on dossier_2020_09");
		assertThat(plan("select * from dossier.dossier where applicant_subject = 'p77' order by submitted_at desc, code limit 50"))
			.contains("dossier_2020_09_applicant_subject").doesNotContain("Seq Scan on dossier_2020_09");
		database.jdbc.execute("delete from dossier.dossier where service = 's'");
	}

	private static String plan(String query) {
		return database.jdbc.queryForList("explain " + query, String.class).stream().collect(Collectors.joining("\n"));
	}

}
