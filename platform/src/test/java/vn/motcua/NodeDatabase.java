package vn.motcua;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of a program that runs as a process of its own, read beside it. */
final class NodeDatabase implements AutoCloseable {

	private final Connection connection;

	private NodeDatabase(Connection connection) {
		this.connection = connection;
	}

	static NodeDatabase of(Path data) throws Exception {
		String port = Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(3).strip();
		return new NodeDatabase(DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/motcua", "motcua", Files.readString(data.resolve("postgres/password")).strip()));
	}

	/** Each row as one text. */
	List<String> rows(String query) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (ResultSet row = connection.createStatement().executeQuery(query)) {
			while (row.next()) {
				StringBuilder text = new StringBuilder();
				for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
					text.append(i == 1 ? "" : " ").append(row.getString(i));
				}
				rows.add(text.toString());
			}
		}
		return rows;
	}

	long number(String query) throws SQLException {
		return Long.parseLong(rows(query).getFirst());
	}

	@Override
	public void close() throws SQLException {
		connection.close();
	}

}
