package vn.motcua.identity.oauth;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.AgencyId;

/** Programs with secrets, which run at agencies. */
@Service
class SystemClients implements SystemPrograms {

	private static final String ALL = """
			select client_id, name, agency from identity.client where secret_hash is not null and disabled_at is null order by client_id limit 5000""";

	private final JdbcClient sql;

	SystemClients(JdbcClient sql) {
		this.sql = sql;
	}

	@Override
	public List<Known> all() {
		return sql.sql(ALL).query((row, _) -> {
			int agency = row.getInt("agency");
			return new Known(row.getString("client_id"), row.getString("name"), agency == 0 ? null : new AgencyId(agency));
		}).list();
	}

}
