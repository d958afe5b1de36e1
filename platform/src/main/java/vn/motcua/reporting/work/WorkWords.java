package vn.motcua.reporting.work;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.reporting.Reports.State;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Refusals of the work with the words of states and acts in both languages. */
@Component
class WorkWords {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

	private final Messages messages;

	WorkWords(Messages messages) {
		this.messages = messages;
	}

	ProblemException notAllowed(State now, Act act) {
		Map<String, Object> values = new HashMap<>();
		put(values, "state", state(now));
		put(values, "act", act.label());
		return new ProblemException(ReportingProblem.ACT_NOT_ALLOWED, values, List.of());
	}

	ProblemException notYours(Act act) {
		Map<String, Object> values = new HashMap<>();
		put(values, "who", "reporting.work.who." + ReportLifecycle.who(act).stream().sorted().findFirst().map(who -> who.name().toLowerCase(Locale.ROOT)).orElse("platform"));
		return new ProblemException(ReportingProblem.NOT_YOURS, values, List.of());
	}

	ProblemException notFillable(State now) {
		Map<String, Object> values = new HashMap<>();
		put(values, "state", state(now));
		return new ProblemException(now == State.CLOSED ? ReportingProblem.CLOSED : ReportingProblem.NOT_FILLABLE, values, List.of());
	}

	static ProblemException notOpenYet(Instant opensAt) {
		return new ProblemException(ReportingProblem.NOT_OPEN_YET, "opens", moment(opensAt));
	}

	static String moment(Instant at) {
		return MOMENT.format(at.atZone(Page.ZONE));
	}

	String vietnamese(String key) {
		return messages.text(VIETNAMESE, key);
	}

	static String state(State state) {
		return "reporting.state." + state.name().toLowerCase(Locale.ROOT);
	}

	private void put(Map<String, Object> values, String name, String key) {
		values.put(name, messages.text(VIETNAMESE, key));
		values.put(name + "En", messages.text(Locale.ENGLISH, key));
	}

}
