package vn.motcua.reporting.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;

/** Every change of the words of a report (<i>lịch sử lời</i>), newest first: told back from what stands now. */
@Repository
class TextHistory {

	/** Saves of one text that are looked at. */
	private static final int MOST_SAVES = 5_000;

	/** Read at a time: each may hold a long text twice. */
	private static final int AT_ONCE = 100;

	/** Saves of one person that lie no further apart are read as one. */
	private static final Duration TOGETHER = Duration.ofMinutes(10);

	private static final String ENTRIES = """
			select e.version, e.kept, e.taken, e.put, e.source, e.account, e.account_name, e.at, case when e.version = t.version then t.content end as now
			from reporting.text_entry e join reporting.report_text t using (regime, period, agency, kind, code)
			where (regime, period, agency) = (:regime, :period, :agency) and kind = :kind and code = :code and e.version < :before order by e.version desc limit :most
			""";

	private final JdbcClient jdbc;

	TextHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param next before which version the next ones are, {@code null} after the last */
	record Slice<T>(List<T> items, @Nullable Integer next) {
	}

	/** Each save. @param before of earlier versions than this one */
	Slice<TextChange> saves(SheetKey key, ReportText.Kind kind, String code, int before, int most) {
		List<TextChange> saves = told(key, kind, code).filter(save -> save.version() < before).limit(most + 1L).toList();
		return saves.size() <= most ? new Slice<>(saves, null) : new Slice<>(saves.subList(0, most), saves.get(most - 1).version());
	}

	/** What each person wrote at a stretch. @param before of earlier versions than this one */
	Slice<TextPassage> passages(SheetKey key, ReportText.Kind kind, String code, int before, int most) {
		List<TextPassage> passages = new ArrayList<>();
		@Nullable TextChange later = null;
		for (Iterator<TextChange> saves = told(key, kind, code).filter(save -> save.version() < before).iterator(); saves.hasNext();) {
			TextChange save = saves.next();
			if (later != null && together(later, save)) {
				passages.set(passages.size() - 1, passages.getLast().since(save));
			}
			else if (later != null && passages.size() == most) {
				return new Slice<>(passages, later.version());
			}
			else {
				passages.add(TextPassage.of(save));
			}
			later = save;
		}
		return new Slice<>(passages, null);
	}

	private static boolean together(TextChange later, TextChange save) {
		return later.account().equals(save.account()) && later.source() == save.source() && Duration.between(save.at(), later.at()).compareTo(TOGETHER) <= 0;
	}

	/** Newest first, read as far as it is looked at. */
	private Stream<TextChange> told(SheetKey key, ReportText.Kind kind, String code) {
		Back back = new Back();
		return Stream.iterate(entries(key, kind, code, Integer.MAX_VALUE), read -> !read.isEmpty(),
				read -> read.size() < AT_ONCE ? List.<Entry>of() : entries(key, kind, code, read.getLast().version()))
			.flatMap(List::stream).limit(MOST_SAVES).map(back::change);
	}

	private List<Entry> entries(SheetKey key, ReportText.Kind kind, String code, int before) {
		return jdbc.sql(ENTRIES).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).param("kind", kind.name()).param("code", code)
			.param("before", before).param("most", AT_ONCE).query(TextHistory::entry).list();
	}

	/** @param now what stands now, of the last one only */
	private record Entry(int version, int kept, @Nullable String taken, String put, @Nullable ValueSource source, UUID account, String by, java.time.Instant at, @Nullable String now) {
	}

	private static Entry entry(ResultSet row, int number) throws SQLException {
		String source = row.getString("source");
		return new Entry(row.getInt("version"), row.getInt("kept"), row.getString("taken"), row.getString("put"), source == null ? null : ValueSource.valueOf(source),
				row.getObject("account", UUID.class), row.getString("account_name"), row.getTimestamp("at").toInstant(), row.getString("now"));
	}

	/** Goes back from one entry to the one before it, with one text in hand. */
	private static final class Back {

		private String content = "";

		TextChange change(Entry entry) {
			String after = entry.now() == null ? content : entry.now();
			String before = entry.taken() == null ? null : new Splice(entry.kept(), entry.taken(), entry.put()).before(after);
			content = before == null ? "" : before;
			return new TextChange(entry.version(), before, after, entry.source(), entry.account(), entry.by(), entry.at());
		}

	}

}
