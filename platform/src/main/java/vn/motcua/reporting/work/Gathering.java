package vn.motcua.reporting.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.ProblemCode;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;

/** One act on many reports of one period, each for itself: what cannot be done stays where it is and says why. */
@Service
public class Gathering {

	/** Read at a time; communes of the largest province today are 168, of a province with districts once 579. */
	private static final int PAGE = 1000;

	/** Communes of the country, once 11,000, some four milliseconds each; what is left over is done by asking again. */
	private static final int MOST = 5_000;

	private final ReportLists lists;

	private final ReportActs acts;

	private final ActRules rules;

	private final WorkWords words;

	Gathering(ReportLists lists, ReportActs acts, ActRules rules, WorkWords words) {
		this.lists = lists;
		this.acts = acts;
		this.rules = rules;
		this.words = words;
	}

	/** @param refusal why it was not done, {@code null} when it was */
	public record Outcome(ListedReport report, @Nullable ProblemCode refusal, Map<String, Object> values) {
	}

	/** @param chosen numbers of agencies; empty for all that the act suits now */
	public List<Outcome> all(ReportAddress gatherer, ReportAct act, Set<Integer> chosen, Actor actor) {
		if (!rules.actsFor(actor, gatherer.agency().id())) {
			throw words.notYours(act.act());
		}
		List<Outcome> outcomes = new ArrayList<>();
		@Nullable String after = null;
		do {
			Slice<ListedReport> slice = lists.gathered(gatherer, List.of(), false, PAGE, after);
			for (ListedReport report : slice.items()) {
				boolean wanted = chosen.isEmpty() ? suits(report, act.act()) : chosen.contains(report.row().key().agency().value());
				if (wanted && outcomes.size() < MOST) {
					outcomes.add(one(report, act, actor));
				}
			}
			after = slice.next();
		}
		while (after != null);
		return outcomes;
	}

	/** All at once means: remind those not handed in, accept those that arrived, aggregate and close those accepted. */
	private static boolean suits(ListedReport report, Act act) {
		return ReportLifecycle.allowed(report.row().state(), act) && !report.shut() && (act != Act.REMIND || !report.row().handedIn());
	}

	private Outcome one(ListedReport report, ReportAct act, Actor actor) {
		try {
			return new Outcome(lists.named(acts.act(report.address(), act, actor)), null, Map.of());
		}
		catch (ProblemException refused) {
			return new Outcome(report, refused.code(), refused.values());
		}
	}

}
