package vn.motcua.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.MotCuaTest;

/** Every node sees every change, also a row that gets its number before another and commits after it. */
@MotCuaTest
class ChangeMarksTests {

	@Autowired
	private VersionStore versions;

	@Autowired
	private OfferStore offers;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void aVersionThatCommitsLateIsSeen() {
		transaction.executeWithoutResult(undone -> {
			undone.setRollbackOnly();
			long late = next("catalogue.service_version");
			version(next("catalogue.service_version"), 1);
			Snapshot.Mark before = versions.mark();
			version(late, 2);
			assertThat(versions.mark()).isNotEqualTo(before);
		});
	}

	@Test
	void anOfferThatCommitsLateIsSeen() {
		transaction.executeWithoutResult(undone -> {
			undone.setRollbackOnly();
			long late = next("catalogue.offer");
			offer(next("catalogue.offer"));
			String before = offers.state();
			offer(late);
			assertThat(offers.state()).isNotEqualTo(before);
		});
	}

	private long next(String table) {
		return jdbc.sql("select nextval(pg_get_serial_sequence(:table, 'id'))").param("table", table).query(Long.class).single();
	}

	private void version(long id, int version) {
		jdbc.sql("""
				insert into catalogue.service_version (id, code, version, digest, valid_from, bundle, published_at, published_by, publisher_name)
				overriding system value values (:id, '3.999598', :version, repeat('0', 64), current_date, '', now(), gen_random_uuid(), '')
				""").param("id", id).param("version", version).update();
	}

	private void offer(long id) {
		jdbc.sql("""
				insert into catalogue.offer (id, code, agency, level, code_suffix, desk_address, desk_hours, fees, times, valid_from, ended, entered_at, entered_by, enterer_name)
				overriding system value values (:id, '3.999598', 1, 4, '', '', '', '{}', '{}', current_date, false, now(), gen_random_uuid(), '')
				""").param("id", id).update();
	}

}
