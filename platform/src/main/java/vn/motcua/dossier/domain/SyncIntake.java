package vn.motcua.dossier.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.LedgerSync;
import vn.motcua.dossier.SyncOutcome;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/**
 * Batches of agencies' own systems on their way into the ledger: dossiers that exist are read and held in one query, lines
 * are put to them in memory, events and states go in by COPY, all in one transaction. Two batches that bring the same new
 * dossier at once: the second finds the first one's rows and is taken again on what is there then.
 */
@Service
class SyncIntake implements LedgerSync {

	private static final int TRIES = 5;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final LedgerPartitions partitions;

	private final SyncRules rules;

	private final Holders holders;

	private final ProcessingDeadline deadline;

	SyncIntake(JdbcTemplate jdbc, TransactionTemplate transaction, LedgerPartitions partitions, SyncRules rules, Holders holders,
			ProcessingDeadline deadline) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.partitions = partitions;
		this.rules = rules;
		this.holders = holders;
		this.deadline = deadline;
	}

	/** A line that may go on, with its place in the batch. */
	private record Placed(int place, SyncedLine line, SyncRules.Judged judged) {

		private static final Comparator<Placed> OWN_TIME = Comparator.comparing((Placed placed) -> placed.line().at())
			.thenComparingInt(placed -> placed.line().seq());

	}

	/** The order of the tables: in it rows are held, so that two batches never wait for each other. */
	private record Dated(LocalDate day, DossierCode code) {

		private static final Comparator<Dated> ORDER = Comparator.comparing(Dated::day).thenComparing(dated -> dated.code().value());

	}

	@Override
	public List<SyncOutcome> take(Actor sender, List<Arrived> batch, Receipt receipt) {
		SyncOutcome[] outcomes = new SyncOutcome[batch.size()];
		Map<DossierCode, List<Placed>> dossiers = sorted(sender, batch, outcomes);
		TreeSet<YearMonth> months = new TreeSet<>();
		dossiers.keySet().forEach(code -> months.add(YearMonth.from(code.receivedOn())));
		partitions.ensure(months);
		for (int tried = 1;; tried++) {
			try {
				transaction.executeWithoutResult(_ -> {
					jdbc.execute((ConnectionCallback<Void>) connection -> {
						record(connection, sender, dossiers, outcomes);
						return null;
					});
					receipt.keep(List.of(outcomes));
				});
				return List.of(outcomes);
			}
			catch (DuplicateKeyException | PessimisticLockingFailureException metAnother) {
				if (tried == TRIES) {
					throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
				}
			}
		}
	}

	/** By the very steps of {@link #take}, in a transaction that is taken back. */
	@Override
	public List<Tried> tryOut(Actor sender, List<Arrived> batch) {
		SyncOutcome[] outcomes = new SyncOutcome[batch.size()];
		Map<DossierCode, List<Placed>> dossiers = sorted(sender, batch, outcomes);
		transaction.executeWithoutResult(status -> {
			status.setRollbackOnly();
			jdbc.execute((ConnectionCallback<Void>) connection -> {
				put(BulkAppend.lock(connection, dossiers.keySet()), sender, dossiers, outcomes, new ArrayList<>());
				return null;
			});
		});
		List<Tried> tried = new ArrayList<>();
		SyncRules.Batch judge = rules.of(sender);
		for (int place = 0; place < outcomes.length; place++) {
			tried.add(new Tried(outcomes[place], findings(judge, batch.get(place), outcomes[place])));
		}
		return tried;
	}

	private static List<FieldProblem> findings(SyncRules.Batch judge, Arrived arrived, SyncOutcome outcome) {
		List<FieldProblem> findings = new ArrayList<>();
		if (arrived.line() != null) {
			findings.addAll(judge.findings(arrived.line()));
		}
		if (outcome.problem() != null && !findings.contains(outcome.problem())) {
			findings.addFirst(outcome.problem());
		}
		return findings;
	}

	/** Lines by dossier in the order of their own time; what is refused before the ledger is asked has its outcome already. */
	private Map<DossierCode, List<Placed>> sorted(Actor sender, List<Arrived> batch, SyncOutcome[] outcomes) {
		Map<DossierCode, List<Placed>> dossiers = new HashMap<>();
		SyncRules.Batch judge = rules.of(sender);
		for (int place = 0; place < outcomes.length; place++) {
			Arrived arrived = batch.get(place);
			SyncedLine line = arrived.line();
			if (line == null || arrived.problem() != null) {
				outcomes[place] = SyncOutcome.rejected(Objects.requireNonNull(arrived.problem()));
				continue;
			}
			SyncRules.Judged judged = judge.judge(line);
			if (judged.problem() != null) {
				outcomes[place] = SyncOutcome.rejected(judged.problem());
				continue;
			}
			dossiers.computeIfAbsent(line.code(), _ -> new ArrayList<>(4)).add(new Placed(place, line, judged));
		}
		dossiers.values().forEach(lines -> lines.sort(Placed.OWN_TIME));
		Map<DossierCode, List<Placed>> ordered = new LinkedHashMap<>(2 * dossiers.size());
		dossiers.keySet().stream().map(code -> new Dated(code.receivedOn(), code)).sorted(Dated.ORDER).forEach(dated -> ordered.put(dated.code(), dossiers.get(dated.code())));
		return ordered;
	}

	private void record(Connection connection, Actor sender, Map<DossierCode, List<Placed>> dossiers, SyncOutcome[] outcomes) throws SQLException {
		Map<String, StateRow> known = BulkAppend.lock(connection, dossiers.keySet());
		List<DossierEvent> events = new ArrayList<>();
		Map<String, DossierState> folded = put(known, sender, dossiers, outcomes, events);
		if (!events.isEmpty()) {
			BulkAppend.write(connection, events, folded, known.keySet());
		}
	}

	/** The lines on what is known of their dossiers: an outcome for each, events to append, and what the dossiers are then. */
	private Map<String, DossierState> put(Map<String, StateRow> known, Actor sender, Map<DossierCode, List<Placed>> dossiers, SyncOutcome[] outcomes,
			List<DossierEvent> events) {
		LineDigest digest = new LineDigest();
		Map<String, DossierState> folded = new LinkedHashMap<>();
		for (Map.Entry<DossierCode, List<Placed>> entry : dossiers.entrySet()) {
			StateRow row = known.get(entry.getKey().value());
			SyncedDossier dossier = new SyncedDossier(row == null ? null : row.state(), sender, holders, deadline);
			for (Placed placed : entry.getValue()) {
				outcomes[placed.place()] = dossier.put(placed.line(), digest.of(placed.line()), Objects.requireNonNull(placed.judged().agency()),
						Objects.requireNonNull(placed.judged().service()));
			}
			if (!dossier.events().isEmpty()) {
				events.addAll(dossier.events());
				folded.put(entry.getKey().value(), Objects.requireNonNull(dossier.state()));
			}
		}
		return folded;
	}

}
