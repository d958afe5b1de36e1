package vn.motcua.dossier.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.OwnNumbers;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.ProblemException;

/** SQL of the numbers that agencies' own systems give. */
@Repository
class OwnNumberStore implements OwnNumbers {

	private static final int LONGEST = 60;

	private static final String KEEP = """
			insert into dossier.own_number (code, number, system, given_at) values (?, ?, ?, ?)
			on conflict (code) do update set number = excluded.number, system = excluded.system, given_at = excluded.given_at
			where own_number.number <> excluded.number or own_number.system <> excluded.system""";

	private static final String OF = "select number from dossier.own_number where code = ?";

	private static final String FIND = "select code from dossier.own_number where number = ? order by code limit 2";

	private final JdbcTemplate jdbc;

	private final Clock clock;

	OwnNumberStore(JdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void keep(DossierCode code, String number, UUID system) {
		try {
			jdbc.update(KEEP, code.value(), number, system, EventRows.utc(clock.instant()));
		}
		catch (DuplicateKeyException ofAnother) {
			throw new ProblemException(DossierProblem.NUMBER_TAKEN, "number", number);
		}
	}

	Optional<String> of(DossierCode code) {
		return jdbc.query(OF, (row, _) -> row.getString("number"), code.value()).stream().findFirst();
	}

	/** A number that two systems gave leads nowhere. */
	@Override
	public Optional<DossierCode> find(String number) {
		List<String> found = number.isBlank() || number.length() > LONGEST ? List.of() : jdbc.query(FIND, (row, _) -> row.getString("code"), number);
		return found.size() == 1 ? DossierCode.find(found.getFirst()) : Optional.empty();
	}

}
