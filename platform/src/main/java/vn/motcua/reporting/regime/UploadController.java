package vn.motcua.reporting.regime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Template;
import vn.motcua.site.Messages;

/** Takes the tables of a draft from the ministry's Excel form, and says what it found in it. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/phien-ban/{so}/tep")
@RequiresPermission(Permission.REPORT_DESIGN)
class UploadController {

	private static final long MOST_BYTES = 20L * 1024 * 1024;

	private final Drafts drafts;

	private final RegimeDesk desk;

	private final Design design;

	private final Indicators indicators;

	private final Messages messages;

	UploadController(Drafts drafts, RegimeDesk desk, Design design, Indicators indicators, Messages messages) {
		this.drafts = drafts;
		this.desk = desk;
		this.design = design;
		this.indicators = indicators;
		this.messages = messages;
	}

	@PostMapping
	String upload(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam(name = "ban", defaultValue = "0") int seen, @RequestParam("tep") MultipartFile file,
			@CurrentActor Actor actor, Model model, HttpServletResponse response) throws IOException {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		List<FormFinding> findings = new ArrayList<>();
		SectionRows rows = new SectionRows(new OwnCodes(OwnCodes.prefix(drafted.code()), known -> indicators.find(known).isPresent()), indicators::find);
		FormTables.Taken taken = new SectionsBefore(drafted.version().template(), rows).kept(taken(drafted, file, findings));
		boolean refused = findings.stream().anyMatch(finding -> !finding.warning()) || taken.tables().isEmpty();
		List<DraftChange> meanwhile = List.of();
		if (!refused) {
			meanwhile = drafts.edit(drafted, seen, DraftChange.TABLES, draft -> {
				desk.add(taken.indicators(), drafted.type(), actor);
				return draft.with(new Template(taken.tables(), draft.template().narratives(), draft.template().checks()));
			}, actor);
		}
		if (refused || !meanwhile.isEmpty()) {
			response.setStatus(refused ? 422 : 409);
		}
		model.addAttribute("findings", findings);
		model.addAttribute("tables", taken.tables());
		model.addAttribute("made", taken.indicators().size());
		model.addAttribute("sections", taken.sections());
		model.addAttribute("edition", drafts.get(code, number, actor).version().edition());
		model.addAttribute("refused", refused);
		model.addAttribute("meanwhile", meanwhile);
		model.addAttribute("href", drafted.href());
		return "reporting/formFindings";
	}

	private FormTables.Taken taken(Drafts.Drafted drafted, MultipartFile file, List<FormFinding> findings) throws IOException {
		List<FormSheet> sheets = List.of();
		if (file.isEmpty()) {
			findings.add(FormFinding.error("", "no-file"));
		}
		else if (file.getSize() > MOST_BYTES) {
			findings.add(FormFinding.error("", "too-large"));
		}
		else {
			Path copy = Files.createTempFile("motcua-form", ".xlsx");
			try {
				file.transferTo(copy);
				sheets = FormWorkbook.read(copy, findings);
			}
			finally {
				Files.deleteIfExists(copy);
			}
		}
		return new FormTables(OwnCodes.prefix(drafted.code()), new FigureNames(design.register().indicators(), design.register().dimensions(), messages), findings).take(sheets);
	}

}
