package vn.motcua.agency.domain;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.TestDatabase;

/** The packaged tree in an empty database, without the rest of the program. */
public record TestTree(DataSource dataSource, CurrentTree current) {

	public static TestTree open() {
		Map<String, Object> properties = TestDatabase.properties();
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setURL((String) properties.get("motcua.database.url"));
		dataSource.setUser((String) properties.get("motcua.database.user"));
		dataSource.setPassword((String) properties.get("motcua.database.password"));
		Flyway.configure().dataSource(dataSource).schemas("agency").defaultSchema("agency").locations("classpath:db/migration/agency").load().migrate();
		JdbcClient jdbc = JdbcClient.create(dataSource);
		return new TestTree(dataSource, new CurrentTree(new TreeStore(jdbc), new ReferenceLoader(dataSource, jdbc, Clock.systemUTC()), false));
	}

}
