package vn.motcua.reporting.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.ValueSource;

/** What one report says in words, for programs: sections of its outline, words in its tables, explanations and notes. */
@RestController
@RequestMapping("/api/reporting/v1/submissions/{regime}/{period}/{agency}/texts")
class ReportTextController {

	private static final int MOST = 2_000;

	private static final int MOST_SAVES = 50;

	private final ReportForms forms;

	private final EntryDesk desk;

	private final TextStore texts;

	private final TextHistory history;

	private final Findings findings;

	private final Attempts attempts;

	ReportTextController(ReportForms forms, EntryDesk desk, TextStore texts, TextHistory history, Findings findings, Attempts attempts) {
		this.forms = forms;
		this.desk = desk;
		this.texts = texts;
		this.history = history;
		this.findings = findings;
		this.attempts = attempts;
	}

	/** @param code of a section, of a finding, place of a cell, or table, row and column of words in a table: {@code B1.R2.C4} */
	record Text(ReportText.Kind kind, String code, String content, int version, String by, Instant at) {
	}

	record Texts(String regime, String period, String agency, List<Text> texts) {
	}

	/** @param content empty takes it out @param version that the writer saw; {@code null} writes over what stands there */
	record GivenText(ReportText.Kind kind, String code, @Nullable String content, @Nullable Integer version) {
	}

	record GivenTexts(@Nullable List<@Nullable GivenText> texts) {
	}

	/** One save. @param source {@code null} of what was written before that was kept */
	record Saved(int version, String content, @Nullable ValueSource source, String by, Instant at) {
	}

	/** Newest first. @param next before which version to ask for more, {@code null} after the last */
	record History(ReportText.Kind kind, String code, List<Saved> changes, @Nullable Integer next) {
	}

	/** Empty ones are not among them. */
	@GetMapping
	@RequiresPermission(Permission.REPORT_VIEW)
	ResponseEntity<Texts> texts(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor) {
		return answer(forms.at(regime, period, agency, actor));
	}

	/** Every save of one text, also of one that was taken out. */
	@GetMapping("/{kind}/{code}")
	@RequiresPermission(Permission.REPORT_VIEW)
	History history(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable ReportText.Kind kind, @PathVariable String code,
			@RequestParam(defaultValue = "2147483647") int before, @CurrentActor Actor actor) {
		TextHistory.Slice<TextChange> slice = history.saves(forms.at(regime, period, agency, actor).address().key(), kind, code, before, MOST_SAVES);
		return new History(kind, code, slice.items().stream().map(save -> new Saved(save.version(), save.content(), save.source(), save.by(), save.at())).toList(), slice.next());
	}

	/** All or nothing; what is not named stays. */
	@PutMapping
	@RequiresPermission(Permission.REPORT_FILL)
	ResponseEntity<Texts> put(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @RequestBody GivenTexts given, @CurrentActor Actor actor) {
		ReportForm form = forms.at(regime, period, agency, actor);
		List<GivenText> wanted = readable(given);
		attempts.run(() -> {
			if (!wanted.isEmpty() && !desk.save(form, changes(form.address().key(), wanted), EntryDesk.source(actor), actor).whole()) {
				throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
			}
		});
		return answer(form);
	}

	/** Nothing is written that stands there already, so a request sent twice has one effect; but for an explanation that was given for other figures. */
	private EntryDesk.Changes changes(SheetKey key, List<GivenText> wanted) {
		Map<String, ReportText> standing = texts.of(key).stream().collect(Collectors.toMap(text -> text.kind() + " " + text.code(), Function.identity()));
		List<ReportText.Change> same = new ArrayList<>();
		List<ReportText.Change> changes = new ArrayList<>();
		wanted.forEach(text -> {
			ReportText now = standing.get(text.kind() + " " + text.code());
			int seen = text.version() != null ? text.version() : now == null ? 0 : now.version();
			ReportText.Change change = new ReportText.Change(text.kind(), text.code(), content(text), seen);
			(change.content().equals(content(now)) ? same : changes).add(change);
		});
		changes.addAll(again(key, same.stream().filter(change -> change.kind() == ReportText.Kind.EXPLANATION && !change.content().isEmpty()).toList()));
		return new EntryDesk.Changes(List.of(), changes, List.of());
	}

	/** Those that their warnings do not take for an answer any more. */
	private List<ReportText.Change> again(SheetKey key, List<ReportText.Change> explained) {
		Set<String> unanswered = explained.isEmpty() ? Set.of() : findings.of(key).stream().filter(Findings.Finding::blocks).map(Findings.Finding::code).collect(Collectors.toSet());
		return explained.stream().filter(change -> unanswered.contains(change.code())).toList();
	}

	private static String content(GivenText text) {
		return text.content() == null ? "" : text.content().replace("\r\n", "\n").strip();
	}

	private static String content(@Nullable ReportText text) {
		return text == null ? "" : text.content();
	}

	private static List<GivenText> readable(GivenTexts given) {
		List<@Nullable GivenText> texts = given.texts() == null ? List.of() : given.texts();
		if (texts.size() > MOST) {
			throw new ProblemException(CommonProblem.TOO_LARGE, "max", MOST);
		}
		boolean readable = texts.stream().allMatch(text -> text != null && text.kind() != null && text.code() != null)
				&& texts.stream().map(text -> text.kind() + " " + text.code()).distinct().count() == texts.size();
		if (!readable) {
			throw new ProblemException(CommonProblem.UNREADABLE);
		}
		return texts.stream().map(text -> (GivenText) text).toList();
	}

	private ResponseEntity<Texts> answer(ReportForm form) {
		List<Text> said = texts.of(form.address().key()).stream().filter(text -> !text.content().isEmpty())
			.map(text -> new Text(text.kind(), text.code(), text.content(), text.version(), text.by(), text.at())).toList();
		Texts all = new Texts(form.address().regime().code().value(), form.address().opening().period().code(), ReportAddress.name(form.address().agency()), said);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(all);
	}

}
