package vn.motcua;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.OverdueDossiers;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.paging.Limit;

/** What people ask of a ledger that holds a country's dossiers, timed inside the server so that no pace for strangers stands in the way. */
@RestController
@PublicAccess
class CountryYardstick {

	private static final Limit PAGE = new Limit(50);

	private final JdbcTemplate jdbc;

	private final Dossiers dossiers;

	private final OverdueDossiers overdue;

	CountryYardstick(JdbcTemplate jdbc, Dossiers dossiers, OverdueDossiers overdue) {
		this.jdbc = jdbc;
		this.dossiers = dossiers;
		this.overdue = overdue;
	}

	/** The demonstration's participant sends a whole country's lines here, which no province would. */
	@GetMapping("/yardstick/quota")
	int quota() {
		return jdbc.update("update exchange.participant set lines_a_day = 1000000000, calls_a_minute = 1000000");
	}

	@GetMapping("/yardstick/size")
	Map<String, Object> size() {
		jdbc.execute("analyze dossier.dossier");
		return jdbc.queryForMap("""
				select (select count(*) from dossier.dossier) as dossiers, (select count(*) from dossier.event) as events,
					(select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent in ('dossier.event'::regclass, 'dossier.dossier'::regclass)) as bytes""");
	}

	/** Milliseconds at the 99th of a hundred: tracking by code, a citizen's dossiers, an agency's overdue list. */
	@GetMapping("/yardstick/country")
	Map<String, Double> country(@RequestParam int times) {
		List<Map<String, Object>> some = jdbc.queryForList(
				"select code, applicant_subject, agency from dossier.dossier tablesample system (1) where applicant_subject is not null order by random() limit ?", times);
		Set<Integer> agencies = new HashSet<>();
		some.forEach(row -> agencies.add((Integer) row.get("agency")));
		List<Integer> asked = agencies.stream().toList();
		Map<String, Double> figures = new LinkedHashMap<>();
		figures.put("track", p99(some, row -> dossiers.track(new DossierCode((String) row.get("code"))).orElseThrow()));
		figures.put("own", p99(some, row -> dossiers.ofApplicant(person((String) row.get("applicant_subject")), PAGE, null)));
		figures.put("overdue", p99(some, row -> overdue.ofAgency(new AgencyId(asked.get(Math.floorMod(row.hashCode(), asked.size()))), PAGE, null)));
		return figures;
	}

	private static Actor person(String subject) {
		return new Actor(Actor.Kind.CITIZEN, new UUID(0, 1), "bench", subject, null, Set.of(Permission.OWN_DATA));
	}

	private static double p99(List<Map<String, Object>> rows, Consumer<Map<String, Object>> question) {
		long[] nanos = new long[rows.size()];
		for (int i = 0; i < nanos.length; i++) {
			long start = System.nanoTime();
			question.accept(rows.get(i));
			nanos[i] = System.nanoTime() - start;
		}
		Arrays.sort(nanos);
		return nanos[(int) (nanos.length * 0.99)] / 1e6;
	}

}
