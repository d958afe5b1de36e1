package vn.motcua.reporting.work.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.agency.Agencies;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.kernel.problem.ProblemKind;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ActRules;
import vn.motcua.reporting.work.Assignees;
import vn.motcua.reporting.work.ReportActs;
import vn.motcua.reporting.work.ReportLists;
import vn.motcua.reporting.work.SignedReport;
import vn.motcua.site.Flashes;

/** One report: how far it is, what happened, what was signed, and the acts allowed now. Which act is whose the lifecycle says. */
@Controller
@RequestMapping("/bao-cao/theo-doi/{regime}/{period}/{agency}")
@RequiresPermission(Permission.REPORT_VIEW)
class ReportController {

	private static final Map<String, String> FIELDS = Map.of("/reason", "/ly-do", "/dueAt", "/han");

	private final Regimes regimes;

	private final Agencies agencies;

	private final ReportActs acts;

	private final ActRules rules;

	private final ReportPages pages;

	private final Assignees assignees;

	private final ReportLists lists;

	private final Files files;

	ReportController(@Lazy Regimes regimes, Agencies agencies, ReportActs acts, ActRules rules, ReportPages pages, Assignees assignees, ReportLists lists, Files files) {
		this.regimes = regimes;
		this.agencies = agencies;
		this.acts = acts;
		this.rules = rules;
		this.pages = pages;
		this.assignees = assignees;
		this.lists = lists;
		this.files = files;
	}

	@GetMapping
	String report(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor officer,
			@RequestParam(name = "viec", defaultValue = "") String act, Model model) {
		model.addAttribute("it", pages.page(ReportAddress.of(regimes, agencies, regime, period, agency), officer, Act.ofSlug(act).orElse(null), Map.of(), List.of()));
		return "reporting/steps/report";
	}

	@PostMapping("/giao")
	String assign(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @CurrentActor Actor officer,
			@RequestParam(name = "nguoi", defaultValue = "") String assignee, RedirectAttributes redirect) {
		ReportAddress address = ReportAddress.of(regimes, agencies, regime, period, agency);
		acts.act(address, assignees.assignment(address.agency().id(), assignee), officer);
		Flashes.success(redirect, Act.ASSIGN.done());
		return "redirect:/bao-cao/theo-doi/" + address.path();
	}

	@PostMapping("/{act:kiem-tra|soan-lai|ky-duyet|gui|tiep-nhan|tra-lai|chap-nhan|tong-hop|dong|dinh-chinh|gia-han|nhac}")
	String act(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable String act, @CurrentActor Actor officer,
			@RequestParam Map<String, String> typed, Model model, RedirectAttributes redirect, HttpServletResponse response) {
		ReportAddress address = ReportAddress.of(regimes, agencies, regime, period, agency);
		Act wanted = Act.ofSlug(act).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		try {
			acts.act(address, ActReader.read(wanted, typed), officer);
		}
		catch (ProblemException refused) {
			if (refused.code().kind() == ProblemKind.NOT_FOUND || refused.code().kind() == ProblemKind.FORBIDDEN) {
				throw refused;
			}
			response.setStatus(refused.code().kind().status());
			model.addAttribute("it", pages.page(address, officer, wanted, typed, problems(refused)));
			return "reporting/steps/report";
		}
		Flashes.success(redirect, wanted.done());
		return "redirect:/bao-cao/theo-doi/" + address.path();
	}

	/** The document as it was signed. */
	@GetMapping("/ban-ky/{number}")
	void signed(@PathVariable String regime, @PathVariable String period, @PathVariable String agency, @PathVariable int number, @CurrentActor Actor officer,
			HttpServletResponse response) throws IOException {
		ReportAddress address = ReportAddress.of(regimes, agencies, regime, period, agency);
		rules.get(address, officer);
		SignedReport signed = lists.signed(address.key()).stream().filter(one -> one.number() == number).findFirst()
			.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
		StoredFile file = files.get(signed.file());
		response.setContentType(file.mediaType());
		response.setContentLengthLong(file.sizeBytes());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.name(), java.nio.charset.StandardCharsets.UTF_8).build().toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		try (InputStream bytes = files.open(file.id())) {
			bytes.transferTo(response.getOutputStream());
		}
	}

	private static List<FieldProblem> problems(ProblemException refused) {
		return refused.fields().isEmpty() ? List.of(new FieldProblem("", refused.code().code(), refused.values()))
				: refused.fields().stream().map(field -> new FieldProblem(FIELDS.getOrDefault(field.pointer(), ""), field.code(), field.values())).toList();
	}

}
