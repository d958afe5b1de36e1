package vn.motcua.agency.domain;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import vn.motcua.TestDatabase;

/** The packaged tree in an empty database, without the rest of the program. */
public record TestTree(DataSource dataSource, CurrentTree current) {

	public static TestTree open() {
		DataSource dataSource = TestDatabase.connections(TestDatabase.roomOf("agency"));
		JdbcClient jdbc = JdbcClient.create(dataSource);
		return new TestTree(dataSource, new CurrentTree(new TreeStore(jdbc), new ReferenceLoader(dataSource, jdbc, Clock.systemUTC()), false));
	}

}
