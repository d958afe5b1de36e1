package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a start does to tables that an earlier one has made. */
class MigrationsTests {

	private static final String TABLE = "select to_regclass('audit.access')::text";

	private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.connections(TestDatabase.roomOf("audit")));

	@Test
	void aRoomMadeOfTheSameFilesIsNotGoneThroughAgainButWhatEveryStartDoesIsDone() {
		jdbc.update("update audit.flyway_schema_history set checksum = 1 where version = '001'");
		jdbc.execute("create table audit.start (began boolean)");
		jdbc.execute("create or replace function audit.follow_server() returns boolean language sql as 'insert into audit.start values (true) returning began'");
		migrate();
		assertThat(jdbc.queryForObject("select count(*) from audit.start", Integer.class)).isEqualTo(1);
	}

	@Test
	void aRoomMadeOfOtherFilesIsGoneThrough() {
		jdbc.update("update audit.flyway_schema_history set checksum = 1 where version = '001'");
		jdbc.execute("comment on schema audit is 'made of migrations of another release'");
		assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class);
	}

	@Test
	void aRoomThatIsGoneIsMadeAgain() {
		assertThat(jdbc.queryForObject(TABLE, String.class)).isNotNull();
		jdbc.execute("drop schema audit cascade");
		migrate();
		assertThat(jdbc.queryForObject(TABLE, String.class)).isNotNull();
	}

	/** The comment came with the tables, their rows did not. */
	@Test
	void aDumpThatWasRestoredInPartIsNotTakenForWhole() {
		jdbc.update("delete from audit.flyway_schema_history where version = '001'");
		assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class);
	}

	private void migrate() {
		TestDatabase.migrate(jdbc.getDataSource(), "audit");
	}

}
