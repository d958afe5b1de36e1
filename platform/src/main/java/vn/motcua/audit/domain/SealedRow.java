package vn.motcua.audit.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** One row as the chain sees it: every column, in a form that has only one reading. */
record SealedRow(long number, long transaction, long atMicros, String kind, String account, String name, @Nullable Integer agency, String action,
		String object, @Nullable String subject, String purpose) {

	/** Columns in the order {@link #of} reads them. */
	static final String COLUMNS = """
			number, transaction::text::bigint as transaction, (extract(epoch from at) * 1000000)::bigint as at_micros, actor_kind,
			actor_account::text as actor_account, actor_name, agency, action, object, subject, purpose
			""";

	static SealedRow of(ResultSet row) throws SQLException {
		return new SealedRow(row.getLong("number"), row.getLong("transaction"), row.getLong("at_micros"), row.getString("actor_kind"),
				row.getString("actor_account"), row.getString("actor_name"), row.getObject("agency", Integer.class), row.getString("action"),
				row.getString("object"), row.getString("subject"), row.getString("purpose"));
	}

	void into(MessageDigest digest) {
		digest.update(ByteBuffer.allocate(24).putLong(number).putLong(transaction).putLong(atMicros).array());
		text(digest, kind);
		text(digest, account);
		text(digest, name);
		text(digest, agency == null ? null : agency.toString());
		text(digest, action);
		text(digest, object);
		text(digest, subject);
		text(digest, purpose);
	}

	/** Length first, so that no two rows have the same bytes; a missing value differs from an empty one. */
	private static void text(MessageDigest digest, @Nullable String value) {
		if (value == null) {
			digest.update(ByteBuffer.allocate(4).putInt(-1).array());
			return;
		}
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
		digest.update(bytes);
	}

}
