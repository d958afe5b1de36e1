package vn.motcua.onestop.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.MotCuaTest;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.WorkQueue;
import vn.motcua.onestop.WorkQueue.Query;
import vn.motcua.onestop.domain.DeskFixture.Desk;

@MotCuaTest
class QueueTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private OfficerDesk officers;

	@Autowired
	private WorkQueue queues;

	@Autowired
	private JdbcClient jdbc;

	private DeskFixture fixture;

	private Desk desk;

	private DossierCode code;

	@BeforeEach
	void openTheDesk() {
		fixture = new DeskFixture(program);
		desk = fixture.desk();
	}

	private void enter(ProcedureCode service) {
		code = fixture.enter(desk, service);
	}

	private void accepted(ProcedureCode service) {
		enter(service);
		officers.act(code, new DeskAct.Accept(null), desk.receiver());
	}

	@Test
	void countsSayWhatLiesWhereAndWhatIsLate() {
		enter(DeskFixture.PLAIN);
		accepted(DeskFixture.PLAIN);
		var counts = queues.counts(desk.agency().id(), Instant.now());
		assertThat(counts.get(DeskQueue.TO_RECEIVE)).isEqualTo(new WorkQueue.Count(1, 0));
		assertThat(counts.get(DeskQueue.IN_WORK)).isEqualTo(new WorkQueue.Count(1, 0));
		assertThat(queues.counts(desk.agency().id(), Instant.now().plus(Duration.ofDays(90))).get(DeskQueue.IN_WORK)).isEqualTo(new WorkQueue.Count(1, 1));
		assertThat(queues.totals(desk.agency().id(), desk.specialist().account(), Instant.now().plus(Duration.ofDays(90))))
			.isEqualTo(new WorkQueue.Counts(0, 2, 2));
		assertThat(queues.services(desk.agency().id())).extracting(WorkQueue.ServiceName::code).containsExactly(DeskFixture.PLAIN.value());
	}

	@Test
	void findsByCodeAndByTheBeginningOfANameWithoutMarks() {
		enter(DeskFixture.PLAIN);
		for (String typed : List.of(code.value().toLowerCase(java.util.Locale.ROOT), "lê văn", "le van t")) {
			assertThat(queues.items(desk.agency().id(), new Query(null, null, null, typed, null, WorkQueue.Sort.NEWEST), Limit.of(null), null).items())
				.extracting(WorkItem::code).containsExactly(code);
		}
		assertThat(queues.items(desk.agency().id(), new Query(null, null, null, "%", null, WorkQueue.Sort.DUE), Limit.of(null), null).items()).isEmpty();
	}

	@Test
	void pagesThroughAQueueWithoutMissingOrRepeating() {
		for (int i = 0; i < 5; i++) {
			enter(DeskFixture.PLAIN);
		}
		var first = queues.items(desk.agency().id(), Query.of(DeskQueue.TO_RECEIVE), new Limit(3), null);
		var second = queues.items(desk.agency().id(), Query.of(DeskQueue.TO_RECEIVE), new Limit(3), first.next());
		assertThat(first.items()).hasSize(3);
		assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
		assertThat(second.next()).isNull();
	}

	/** What keeps the queue page flat: each of its statements can walk an index of open items in its order and sort nothing. */
	@Test
	void everyStatementOfTheQueueWalksAnIndexOfOpenItems() {
		enter(DeskFixture.PLAIN);
		for (String conditions : List.of("queue = 'TO_RECEIVE' order by due_at, id", "queue = 'TO_RECEIVE' order by opened_at desc, id desc",
				"due_at < now() and paused_at is null order by due_at, id", "owner is null and due_at < now() order by due_at, id",
				"service_code = '3.900001' order by due_at, id")) {
			String plan = plan("select id from onestop.work_item where agency = 1 and closed_at is null and " + conditions + " limit 51");
			assertThat(plan).as(conditions).contains("work_item_").doesNotContain("Seq Scan").doesNotContain("Sort");
		}
	}

	private String plan(String sql) {
		return new org.springframework.transaction.support.TransactionTemplate(program.getBean(org.springframework.transaction.PlatformTransactionManager.class))
			.execute(transaction -> {
				jdbc.sql("set local enable_seqscan = off").update();
				jdbc.sql("set local enable_bitmapscan = off").update();
				jdbc.sql("set local enable_sort = off").update();
				return String.join("\n", jdbc.sql("explain " + sql).query(String.class).list());
			});
	}

}
