package vn.motcua.reporting.work.api;

import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.agency.Agencies;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ActRules;
import vn.motcua.reporting.work.ListedReport;
import vn.motcua.reporting.work.ObligationRow;
import vn.motcua.reporting.work.ReportAct;
import vn.motcua.reporting.work.ReportActs;
import vn.motcua.reporting.work.ReportLists;
import vn.motcua.site.Answers;
import vn.motcua.site.RequestKeys;

/** One report and the acts on it as resources of it. Which act is whose the lifecycle says. */
@RestController
@RequestMapping("/api/reporting/v1/submissions/{regime}/{period}/{agency}")
@RequiresPermission(Permission.REPORT_VIEW)
class SubmissionController {

	private static final Map<String, Act> ACTS = Map.ofEntries(Map.entry("check", Act.CHECK), Map.entry("revision", Act.REVISE), Map.entry("approval", Act.APPROVE),
			Map.entry("submission", Act.SEND), Map.entry("receipt", Act.RECEIVE), Map.entry("return", Act.RETURN), Map.entry("acceptance", Act.ACCEPT),
			Map.entry("aggregation", Act.AGGREGATE), Map.entry("closing", Act.CLOSE), Map.entry("correction", Act.CORRECT), Map.entry("extension", Act.EXTEND),
			Map.entry("reminder", Act.REMIND));

	private final Regimes regimes;

	private final Agencies agencies;

	private final ReportActs acts;

	private final ActRules rules;

	private final ReportLists lists;

	private final RequestKeys.Room keys;

	SubmissionController(@org.springframework.context.annotation.Lazy Regimes regimes, Agencies agencies, ReportActs acts, ActRules rules, ReportLists lists, RequestKeys keys) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.acts = acts;
		this.rules = rules;
		this.lists = lists;
		this.keys = keys.of("reporting");
	}

	/** @param reason needed by revision, return, correction and extension @param dueAt new deadline, needed by return and extension */
	record ActBody(@Nullable String reason, @Nullable OffsetDateTime dueAt) {
	}

	@GetMapping
	ReportBody.Whole report(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor actor) {
		return whole(rules.get(ReportAddress.of(regimes, agencies, regime, period, agency), actor), actor);
	}

	@PostMapping("/{act:check|revision|approval|submission|receipt|return|acceptance|aggregation|closing|correction|extension|reminder}")
	@Answers(body = ReportBody.Whole.class)
	ResponseEntity<?> act(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable String act,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @RequestBody(required = false) @Nullable ActBody body, @CurrentActor Actor actor) {
		ReportAddress address = ReportAddress.of(regimes, agencies, regime, period, agency);
		ActBody asked = body == null ? new ActBody(null, null) : body;
		ReportAct wanted = new ReportAct(ACTS.get(act), asked.reason(), asked.dueAt() == null ? null : asked.dueAt().toInstant(), null);
		return keys.once(actor, key, "POST " + address.path() + "/" + act + " " + asked, () -> RequestKeys.Answer.ok(whole(acts.act(address, wanted, actor), actor)));
	}

	private ReportBody.Whole whole(ObligationRow row, Actor actor) {
		ListedReport report = lists.named(row);
		return new ReportBody.Whole(ReportBody.of(report, true), lists.steps(row.key()).stream().map(ReportBody.StepBody::of).toList(),
				lists.signed(row.key()).stream().map(ReportBody.SignatureBody::of).toList(), rules.allowed(report, actor));
	}

}
