package vn.motcua.catalogue.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.catalogue.Proposal;
import vn.motcua.kernel.ProcedureCode;

/** SQL of proposals. */
@Repository
class ProposalStore {

	private static final String COLUMNS = """
			id, code, kind, state, digest, based_on, decision_number, decided_on, effective_on, proposed_at, proposed_by, proposer_name, closed_at, closed_by,
			closer_name, reason, version from catalogue.proposal""";

	private static final String INSERT = """
			insert into catalogue.proposal (id, code, kind, bundle, digest, based_on, decision_number, decided_on, effective_on, proposed_at, proposed_by, proposer_name)
			values (:id, :code, :kind, :bundle, :digest, :basedOn, :number, :decidedOn, :effectiveOn, :at, :by, :name)
			on conflict (code) where state = 'OPEN' do nothing
			""";

	private static final String CLOSE = """
			update catalogue.proposal set state = :state, closed_at = :at, closed_by = :by, closer_name = :name, reason = :reason, version = :version
			where id = :id and state = 'OPEN'
			""";

	private static final String OPEN = "select " + COLUMNS + " where code = :code and state = 'OPEN'";

	private static final String ONE = "select " + COLUMNS + " where id = :id";

	private static final String LOCKED = ONE + " for update";

	private static final String BUNDLE = "select bundle from catalogue.proposal where id = :id and bundle is not null";

	private static final String PAGE = "select " + COLUMNS + """
			 where (:state::text is null or state = :state) and (:before::timestamptz is null or (proposed_at, id) < (:before, :beforeId))
			order by proposed_at desc, id desc limit :limit
			""";

	private final JdbcClient jdbc;

	ProposalStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False when another proposal of the service is open. */
	boolean insert(Proposal proposal, byte @Nullable [] bundle) {
		return jdbc.sql(INSERT)
			.param("id", proposal.id())
			.param("code", proposal.code().value())
			.param("kind", proposal.kind().name())
			.param("bundle", bundle, Types.BINARY)
			.param("digest", proposal.digest(), Types.VARCHAR)
			.param("basedOn", proposal.basedOn())
			.param("number", proposal.decision().number())
			.param("decidedOn", proposal.decision().decidedOn())
			.param("effectiveOn", proposal.decision().effectiveOn())
			.param("at", utc(proposal.proposedAt()))
			.param("by", proposal.proposer().account())
			.param("name", proposal.proposer().name())
			.update() == 1;
	}

	boolean close(UUID id, Proposal.State state, Proposal.Person by, Instant at, @Nullable String reason, @Nullable Integer version) {
		return jdbc.sql(CLOSE)
			.param("id", id)
			.param("state", state.name())
			.param("at", utc(at))
			.param("by", by.account())
			.param("name", by.name())
			.param("reason", reason, Types.VARCHAR)
			.param("version", version, Types.INTEGER)
			.update() == 1;
	}

	Optional<Proposal> open(ProcedureCode code) {
		return jdbc.sql(OPEN).param("code", code.value()).query(ProposalStore::proposal).optional();
	}

	Optional<Proposal> find(UUID id) {
		return jdbc.sql(ONE).param("id", id).query(ProposalStore::proposal).optional();
	}

	/** Held against others until the transaction ends. */
	Optional<Proposal> lock(UUID id) {
		return jdbc.sql(LOCKED).param("id", id).query(ProposalStore::proposal).optional();
	}

	Optional<byte[]> bundle(UUID id) {
		return jdbc.sql(BUNDLE).param("id", id).query(byte[].class).optional();
	}

	List<Proposal> page(Proposal.@Nullable State state, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
		return jdbc.sql(PAGE)
			.param("state", state == null ? null : state.name(), Types.VARCHAR)
			.param("before", before == null ? null : utc(before), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("beforeId", beforeId, Types.OTHER)
			.param("limit", limit)
			.query(ProposalStore::proposal)
			.list();
	}

	private static Proposal proposal(ResultSet row, int number) throws SQLException {
		UUID closer = row.getObject("closed_by", UUID.class);
		OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
		return new Proposal(row.getObject("id", UUID.class), new ProcedureCode(row.getString("code")), Proposal.Kind.valueOf(row.getString("kind")),
				Proposal.State.valueOf(row.getString("state")), row.getInt("based_on"), row.getString("digest"), Objects.requireNonNull(VersionStore.decision(row)),
				new Proposal.Person(row.getObject("proposed_by", UUID.class), row.getString("proposer_name")), row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
				closer == null ? null : new Proposal.Person(closer, row.getString("closer_name")), closedAt == null ? null : closedAt.toInstant(),
				row.getString("reason"), row.getObject("version", Integer.class));
	}

	private static OffsetDateTime utc(Instant at) {
		return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
	}

}
