package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.CountedFigures;
import vn.motcua.reporting.EarlierPeriods;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.site.Messages;

/** Puts a clerk's page together: one read of three sheets, one of the report, one of texts, and of rows and files where the template has such. */
@Component
class EntryPages {

	private final Reports reports;

	private final Sheets sheets;

	private final EarlierPeriods earlier;

	private final ComputedCells computed;

	private final ReportSums.Gathered gathered;

	private final TextStore texts;

	private final GrowingRowStore rows;

	private final AttachmentStore attachments;

	private final Findings findings;

	private final CountedFigures counted;

	private final Messages messages;

	EntryPages(Reports reports, Sheets sheets, EarlierPeriods earlier, ComputedCells computed, ReportSums.Gathered gathered, TextStore texts, GrowingRowStore rows, AttachmentStore attachments,
			Findings findings, CountedFigures counted, Messages messages) {
		this.reports = reports;
		this.sheets = sheets;
		this.earlier = earlier;
		this.computed = computed;
		this.gathered = gathered;
		this.texts = texts;
		this.rows = rows;
		this.attachments = attachments;
		this.findings = findings;
		this.counted = counted;
		this.messages = messages;
	}

	EntryPage of(ReportForm form, Actor actor, java.util.Locale language, boolean check) {
		return of(form, actor, language, Map.of(), new EntryInput(form, Map.of(), language), EntryDesk.Outcome.NOTHING, check);
	}

	EntryPage of(ReportForm form, Actor actor, java.util.Locale language, Map<String, String> typed, EntryInput input, EntryDesk.Outcome outcome, boolean check) {
		SheetKey key = form.address().key();
		Optional<SheetKey> last = earlier.before(key, form.address().regime().periodType());
		Optional<SheetKey> yearAgo = earlier.yearAgo(key);
		List<SheetKey> keys = new ArrayList<>(List.of(key));
		last.ifPresent(keys::add);
		yearAgo.filter(other -> !keys.contains(other)).ifPresent(keys::add);
		Map<SheetKey, Sheets.Sheet> found = new HashMap<>();
		sheets.sheets(keys).forEach(sheet -> found.put(sheet.key(), sheet));
		Sheets.Sheet own = found.getOrDefault(key, new Sheets.Sheet(key, 0, Map.of(), null));
		Reports.Standing standing = reports.standing(key, actor);
		boolean grows = form.tables().stream().anyMatch(FormTable::grows);
		boolean words = form.tables().stream().anyMatch(FormTable::says);
		boolean files = form.template().narratives().stream().anyMatch(section -> section.attachments());
		String refusal = refusal(standing, actor, language);
		return new EntryPage(form, standing.obligation(), refusal, own, amounts(found, last), amounts(found, yearAgo),
				words ? last.map(this::words).orElse(Map.of()) : Map.of(), counted.of(key), computed.drawn(form, own.amounts()), refusal == null || form.template().narratives().isEmpty() ? null : gathered.of(form, own.amounts()), texts.of(key), grows ? rows.of(key) : List.of(), files ? attachments.of(key) : List.of(),
				returned(standing.obligation()), typed, input.wrong(), outcome.conflicts(), outcome.meanwhile(), check ? findings.of(key) : null);
	}

	private Map<String, String> words(SheetKey key) {
		Map<String, String> words = new HashMap<>();
		texts.words(key).forEach((code, text) -> words.put(code, text.content()));
		return words;
	}

	/** Only what was signed once can have come back. */
	private Reports.@Nullable Step returned(Reports.@Nullable Obligation obligation) {
		return obligation == null || obligation.signedVersion() == null || obligation.sentAt() != null ? null : Reports.Step.unansweredReturn(reports.steps(obligation.key()));
	}

	private @Nullable String refusal(Reports.Standing standing, Actor actor, java.util.Locale language) {
		@Nullable ProblemException refused = actor.may(Permission.REPORT_FILL) ? standing.refusal() : new ProblemException(CommonProblem.FORBIDDEN);
		return refused == null ? null : messages.text(language, "problem." + refused.code().code(), refused.values());
	}

	private static Map<Integer, BigDecimal> amounts(Map<SheetKey, Sheets.Sheet> found, Optional<SheetKey> key) {
		return key.map(found::get).map(Sheets.Sheet::amounts).orElse(Map.of());
	}

}
