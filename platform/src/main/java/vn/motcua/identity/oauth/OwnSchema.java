package vn.motcua.identity.oauth;

import java.util.List;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.RowMapper;

/** The authorization server names its tables without a schema; here they are in ours. */
final class OwnSchema extends JdbcTemplate {

	OwnSchema(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	public int update(String sql, @Nullable PreparedStatementSetter setter) {
		return super.update(inSchema(sql), setter);
	}

	@Override
	public <T> List<T> query(String sql, @Nullable PreparedStatementSetter setter, RowMapper<T> mapper) {
		return super.query(inSchema(sql), setter, mapper);
	}

	/** Table names follow one of these words; column names never do. */
	static String inSchema(String sql) {
		return sql.replaceAll("(?i)\\b(from|into|update)\\s+oauth2_authorization", "$1 identity.oauth2_authorization");
	}

}
