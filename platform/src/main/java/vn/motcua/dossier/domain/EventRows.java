package vn.motcua.dossier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Rows of {@code dossier.event} as events. */
final class EventRows {

	static final String COLUMNS = "number, code, seq, type, status, at, recorded_at, actor_kind, actor_account, actor_name, agency, channel, reason, detail";

	private EventRows() {
	}

	static DossierEvent read(ResultSet row, int number) throws SQLException {
		return new DossierEvent(row.getLong("number"), new DossierCode(row.getString("code")), row.getInt("seq"),
				DossierEvent.Type.valueOf(row.getString("type")), DossierStatus.of(row.getInt("status")), moment(row, "at"), moment(row, "recorded_at"),
				Actor.Kind.valueOf(row.getString("actor_kind")), row.getObject("actor_account", UUID.class), row.getString("actor_name"),
				new AgencyId(row.getInt("agency")), channel(row.getInt("channel")), row.getString("reason"), LedgerJson.readObject(row.getString("detail")));
	}

	static Channel channel(int number) {
		for (Channel channel : Channel.values()) {
			if (channel.number() == number) {
				return channel;
			}
		}
		throw new IllegalArgumentException("no channel has the number " + number);
	}

	static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return moment == null ? null : moment.toInstant();
	}

	/** A moment out of a paging cursor; refused when it is none. */
	static Instant moment(String written) {
		try {
			return Instant.parse(written);
		}
		catch (DateTimeParseException notOurs) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/after", "common.cursor")));
		}
	}

	static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return at == null ? null : at.atOffset(ZoneOffset.UTC);
	}

}
