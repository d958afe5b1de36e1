package vn.motcua.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import vn.motcua.MotCuaTest;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.site.Page;

/** What people look for is counted once, also when the database is away for a while. */
@MotCuaTest
class SearchCountsTests {

	@Autowired
	private DataSource database;

	private boolean away;

	@Test
	void countsLaterWhatCouldNotBeWritten() {
		SearchStore store = new SearchStore(JdbcClient.create(new DelegatingDataSource(database) {

			@Override
			public Connection getConnection() throws SQLException {
				if (away) {
					throw new SQLException("away");
				}
				return super.getConnection();
			}

		}));
		SearchCounts counts = new SearchCounts(store, Clock.systemUTC());
		counts.begun(new ProcedureCode("3.999597"));
		counts.begun(new ProcedureCode("3.999597"));
		away = true;
		counts.write();
		away = false;
		counts.begun(new ProcedureCode("3.999597"));
		counts.write();
		counts.write();
		assertThat(store.use(LocalDate.now(Page.ZONE))).containsEntry("3.999597", 3L);
	}

	@Test
	void countsNothingThatIsNoText() {
		assertThat(SearchCounts.countable("a\0b")).isEmpty();
		assertThat(SearchCounts.countable("khai \ud800 sinh")).isEmpty();
		assertThat(SearchCounts.countable("  Khai\tsinh ")).contains("khai sinh");
	}

}
