package vn.motcua.exchange.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedHistory;
import vn.motcua.kernel.DossierCode;

/** Examines one day of an agency: each dossier by itself, and all of them against each other. The same lines give the same findings. */
final class DaySigns {

	/** So many dossiers of a day are held against each other; counts of single dossiers go on. */
	private static final int MOST_TOGETHER = 50_000;

	private final SignRules rules;

	private final NumberSigns numbers;

	private final CourseSigns courses;

	private final DayFindings findings = new DayFindings();

	private final List<Received> received = new ArrayList<>();

	private final Map<Long, List<DossierCode>> completed = new HashMap<>();

	/** @param provinces two-digit codes that personal numbers begin with */
	DaySigns(SignRules rules, Set<String> provinces) {
		this.rules = rules;
		this.numbers = new NumberSigns(rules, provinces);
		this.courses = new CourseSigns(rules);
	}

	private record Received(DossierCode code, long number, Instant at) {
	}

	void look(SyncedHistory dossier) {
		findings.dossier();
		numbers.look(dossier, findings);
		courses.look(dossier, findings);
		if (findings.dossiers() > MOST_TOGETHER) {
			return;
		}
		String value = dossier.code().value();
		Instant at = dossier.steps().stream().map(SyncedHistory.Step::at).min(Comparator.naturalOrder()).orElseThrow();
		received.add(new Received(dossier.code(), Long.parseLong(value.substring(value.lastIndexOf('-') + 1)), at));
		dossier.steps().stream().filter(step -> step.status() == DossierStatus.COMPLETED).map(step -> step.at().getEpochSecond()).min(Comparator.naturalOrder())
			.ifPresent(second -> completed.computeIfAbsent(second, _ -> new ArrayList<>(1)).add(dossier.code()));
	}

	DayFindings close() {
		numbers.close(findings);
		gaps();
		order();
		together();
		return findings;
	}

	private void gaps() {
		SignRule rule = rules.of(Sign.CODE_GAPS);
		if (received.size() < rule.limit("dossiers")) {
			return;
		}
		long least = received.stream().mapToLong(Received::number).min().orElseThrow();
		long most = received.stream().mapToLong(Received::number).max().orElseThrow();
		boolean scattered = (double) received.size() / (most - least + 1) < rule.limit("density");
		all(Sign.CODE_GAPS, scattered, Map.of("dossiers", String.valueOf(received.size()), "from", String.valueOf(least), "to", String.valueOf(most)));
	}

	/** Rank correlation (Spearman) of number and moment of receipt; dossiers of one moment stand in the order of their numbers. */
	private void order() {
		SignRule rule = rules.of(Sign.CODE_ORDER);
		int count = received.size();
		if (count < rule.limit("dossiers")) {
			return;
		}
		List<Received> inTime = received.stream().sorted(Comparator.comparing(Received::at).thenComparingLong(Received::number)).toList();
		List<Received> byNumber = received.stream().sorted(Comparator.comparingLong(Received::number).thenComparing(each -> each.code().value())).toList();
		Map<DossierCode, Integer> ranks = new HashMap<>();
		for (int rank = 0; rank < count; rank++) {
			ranks.put(byNumber.get(rank).code(), rank);
		}
		double squares = 0;
		for (int rank = 0; rank < count; rank++) {
			double apart = rank - ranks.get(inTime.get(rank).code());
			squares += apart * apart;
		}
		double correlation = 1 - 6 * squares / ((double) count * ((double) count * count - 1));
		all(Sign.CODE_ORDER, correlation < rule.limit("correlation"),
				Map.of("dossiers", String.valueOf(count), "correlation", String.format(java.util.Locale.ROOT, "%.2f", correlation)));
	}

	private void all(Sign sign, boolean hit, Map<String, String> words) {
		for (Received each : received) {
			findings.concerned(sign);
			if (hit) {
				findings.hit(sign, each.code(), 0, words);
			}
		}
	}

	private void together() {
		double many = rules.of(Sign.TOGETHER).limit("dossiers");
		new java.util.TreeMap<>(completed).forEach((second, codes) -> codes.forEach(code -> {
			findings.concerned(Sign.TOGETHER);
			if (codes.size() >= many) {
				findings.hit(Sign.TOGETHER, code, 0, Map.of("at", Instant.ofEpochSecond(second).toString(), "dossiers", String.valueOf(codes.size())));
			}
		}));
	}

}
