package vn.motcua.dossier.domain;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.SyncedHistory;

/** Reads the lines of a day's dossiers with a cursor; dossiers that are handled here are left out. */
@Component
class HistoryWalk implements SyncedHistory.Walk {

	private static final String DAY = "select " + EventRows.COLUMNS + " from dossier.event where received_on = ? and code > ? and code < ? order by code, seq";

	private static final int ROWS_AT_ONCE = 1_000;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	HistoryWalk(JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public void walk(String agency, LocalDate day, Consumer<SyncedHistory> taker) {
		transaction.executeWithoutResult(_ -> jdbc.query(connection -> {
			PreparedStatement statement = connection.prepareStatement(DAY);
			statement.setFetchSize(ROWS_AT_ONCE);
			statement.setObject(1, day);
			statement.setString(2, agency + "-");
			statement.setString(3, agency + ".");
			return statement;
		}, (ResultSetExtractor<Void>) rows -> {
			List<DossierEvent> events = new ArrayList<>();
			for (int row = 0; rows.next(); row++) {
				DossierEvent event = EventRows.read(rows, row);
				if (!events.isEmpty() && !events.getFirst().code().equals(event.code())) {
					hand(events, taker);
					events = new ArrayList<>();
				}
				events.add(event);
			}
			hand(events, taker);
			return null;
		}));
	}

	private static void hand(List<DossierEvent> events, Consumer<SyncedHistory> taker) {
		if (events.stream().noneMatch(event -> event.detail().has(Details.SYNC))) {
			return;
		}
		DossierEvent first = events.getFirst();
		JsonNode applicant = first.detail().path("applicant");
		taker.accept(new SyncedHistory(first.code(), applicant.path("name").asString(""), applicant.path("subject").asString(null), first.channel(),
				events.stream().map(HistoryWalk::step).toList()));
	}

	private static SyncedHistory.Step step(DossierEvent event) {
		return new SyncedHistory.Step(event.detail().path(Details.SYNC).path("seq").asInt(0), event.status(), event.at(), event.recordedAt(),
				moment(event, Details.DUE_AT), moment(event, Details.DUE_BEFORE), event.detail().get(Details.MORE));
	}

	private static @Nullable Instant moment(DossierEvent event, String member) {
		String written = event.detail().path(member).asString(null);
		return written == null ? null : Instant.parse(written);
	}

}
