package vn.motcua.dossier.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.core.type.TypeReference;
import vn.motcua.dossier.LedgerDigests;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.Sha256;

/** Digests of days out of the digests of lines that stand in each dossier's row: one range of the primary key, read with a cursor. */
@Component
class DayDigests implements LedgerDigests {

	private static final String DAY = """
			select code, detail -> 'synced' -> 'digests' as digests from dossier.dossier
			where received_on = ? and code > ? and code < ? and detail -> 'synced' -> 'digests' <> '{}' order by code""";

	private static final String ONE = "select detail -> 'synced' -> 'digests' as digests from dossier.dossier where received_on = ? and code = ?";

	private static final String SEVERAL = """
			select code, detail -> 'synced' -> 'digests' as digests from dossier.dossier
			where (received_on, code) in (select * from unnest(?::date[], ?::text[])) and detail -> 'synced' -> 'digests' is not null""";

	private static final int ROWS_AT_ONCE = 1_000;

	private static final int BUCKET_DIGITS = 2;

	private static final TypeReference<TreeMap<Integer, String>> LINES = new TypeReference<>() {
	};

	private final JdbcTemplate jdbc;

	private final TransactionTemplate reading;

	DayDigests(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	/** One part of the tree while its parts are put to it in order. */
	private static final class Growing {

		private final MessageDigest digest = Sha256.begun();

		private long dossiers;

		private long lines;

		private void add(String name, Part part) {
			digest.update((name + ":" + part.digest() + "\n").getBytes(StandardCharsets.UTF_8));
			dossiers += part.dossiers();
			lines += part.lines();
		}

		private Part part() {
			return new Part(dossiers, lines, HexFormat.of().formatHex(digest.digest()));
		}

	}

	@Override
	public Day day(String agency, LocalDate day) {
		MessageDigest sha256 = Sha256.begun();
		TreeMap<String, Growing> growing = new TreeMap<>();
		walk(agency, day, "", (code, lines) -> {
			growing.computeIfAbsent(bucket(sha256, code), _ -> new Growing()).add(code, new Part(1, lines.size(), digest(sha256, lines)));
			return true;
		});
		Growing whole = new Growing();
		TreeMap<String, Part> buckets = new TreeMap<>();
		growing.forEach((bucket, parts) -> {
			Part part = parts.part();
			buckets.put(bucket, part);
			whole.add(bucket, part);
		});
		return new Day(whole.part(), Collections.unmodifiableSortedMap(buckets));
	}

	@Override
	public List<DossierPart> bucket(String agency, LocalDate day, String bucket, String after, int limit) {
		MessageDigest sha256 = Sha256.begun();
		List<DossierPart> parts = new ArrayList<>();
		walk(agency, day, after, (code, lines) -> {
			if (bucket(sha256, code).equals(bucket)) {
				parts.add(new DossierPart(new DossierCode(code), lines.size(), digest(sha256, lines)));
			}
			return parts.size() < limit;
		});
		return parts;
	}

	@Override
	public SortedMap<Integer, String> lines(DossierCode code) {
		return jdbc.query(ONE, (row, _) -> row.getString("digests"), code.receivedOn(), code.value()).stream()
			.filter(java.util.Objects::nonNull).findFirst().map(DayDigests::read).orElseGet(TreeMap::new);
	}

	@Override
	public Map<DossierCode, SortedMap<Integer, String>> lines(Collection<DossierCode> codes) {
		Map<DossierCode, SortedMap<Integer, String>> lines = new HashMap<>();
		jdbc.query(SEVERAL, row -> {
			lines.put(new DossierCode(row.getString("code")), read(row.getString("digests")));
		}, codes.stream().map(code -> code.receivedOn().toString()).toArray(String[]::new), codes.stream().map(DossierCode::value).toArray(String[]::new));
		return lines;
	}

	@Override
	public String ofDossier(SortedMap<Integer, String> lines) {
		return digest(Sha256.begun(), lines);
	}

	/** Hands on each dossier of the day until told to stop; a place outside the agency's codes leads into no other's. */
	private void walk(String agency, LocalDate day, String after, BiPredicate<String, SortedMap<Integer, String>> taker) {
		String first = agency + "-";
		reading.executeWithoutResult(_ -> jdbc.query(connection -> {
			PreparedStatement statement = connection.prepareStatement(DAY);
			statement.setFetchSize(ROWS_AT_ONCE);
			statement.setObject(1, day);
			statement.setString(2, after.compareTo(first) < 0 ? first : after);
			statement.setString(3, agency + ".");
			return statement;
		}, (ResultSetExtractor<Void>) rows -> {
			boolean on = true;
			while (on && rows.next()) {
				on = taker.test(rows.getString("code"), read(rows.getString("digests")));
			}
			return null;
		}));
	}

	private static TreeMap<Integer, String> read(String json) {
		return LedgerJson.read(json, LINES);
	}

	private static String bucket(MessageDigest sha256, String code) {
		return HexFormat.of().formatHex(sha256.digest(code.getBytes(StandardCharsets.UTF_8)), 0, BUCKET_DIGITS / 2);
	}

	private static String digest(MessageDigest sha256, SortedMap<Integer, String> lines) {
		StringBuilder text = new StringBuilder(lines.size() * 20);
		lines.forEach((seq, digest) -> text.append(seq).append(':').append(digest).append('\n'));
		return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
	}

}
