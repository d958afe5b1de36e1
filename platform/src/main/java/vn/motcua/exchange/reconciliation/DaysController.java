package vn.motcua.exchange.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.dossier.LedgerDigests;
import vn.motcua.dossier.LedgerDigests.Part;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Digests of many days of several agencies at once, so that a comparison goes into those days only that differ. */
@RestController
@RequestMapping("/api/sync/v1/digest/days")
@RequiresPermission(Permission.SYNC)
class DaysController {

	private static final int MOST_AGENCIES = 20;

	private static final int MOST_DAYS = 31;

	/** When so many were read, the answer ends after that day, and the next goes on. */
	private static final long MOST_DOSSIERS = 100_000;

	private final LedgerDigests digests;

	private final Reconciliation reconciliation;

	private final Speaking speaking;

	DaysController(LedgerDigests digests, Reconciliation reconciliation, Speaking speaking) {
		this.digests = digests;
		this.reconciliation = reconciliation;
		this.speaking = speaking;
	}

	/** In the order of codes and days; days on which the sender may not speak of a code are left out. */
	@GetMapping
	Map<String, Object> days(@RequestParam(required = false) @Nullable List<String> agency, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable String after, @CurrentActor Actor sender) {
		if (agency == null || agency.isEmpty() || agency.size() > MOST_AGENCIES) {
			throw refused("/agency", "exchange.agencies", MOST_AGENCIES);
		}
		if (from == null || to == null || to.isBefore(from) || to.toEpochDay() - from.toEpochDay() >= MOST_DAYS) {
			throw refused(from == null ? "/from" : "/to", "exchange.days-between", MOST_DAYS);
		}
		Map<String, List<LocalDate>> spoken = new TreeMap<>();
		new TreeSet<>(agency).forEach(code -> spoken.put(code, speaking.days(sender, code, from, to)));
		Cursor place = Cursor.decode(after, 2);
		String lastAgency = place == null ? "" : place.keys().getFirst();
		LocalDate lastDay = place == null ? LocalDate.MIN : place.key(1, LocalDate::parse);
		List<Map<String, Object>> items = new ArrayList<>();
		long read = 0;
		for (Map.Entry<String, List<LocalDate>> each : spoken.entrySet()) {
			for (LocalDate day : each.getValue()) {
				if (each.getKey().compareTo(lastAgency) < 0 || each.getKey().equals(lastAgency) && !day.isAfter(lastDay)) {
					continue;
				}
				if (read >= MOST_DOSSIERS) {
					return Map.of("items", items, "next", Cursor.of(items.getLast().get("agency"), items.getLast().get("day")).encoded());
				}
				Part held = reconciliation.reading(() -> digests.day(each.getKey(), day).whole());
				items.add(DigestController.head(each.getKey(), day, held));
				read += held.dossiers();
			}
		}
		return Map.of("items", items);
	}

	private static ProblemException refused(String pointer, String rule, int most) {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, rule, "max", most)));
	}

}
