package vn.motcua.reporting.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.Template;
import vn.motcua.site.Flashes;

/** Which rows of the tables that were just read only head others. */
@Controller
@RequestMapping("/bao-cao/che-do/{ma}/phien-ban/{so}/tieu-de")
@RequiresPermission(Permission.REPORT_DESIGN)
class SectionController {

	private final Drafts drafts;

	private final RegimeDesk desk;

	private final Indicators indicators;

	SectionController(Drafts drafts, RegimeDesk desk, Indicators indicators) {
		this.drafts = drafts;
		this.desk = desk;
		this.indicators = indicators;
	}

	/**
	 * @param rows those asked about, {@code B01.R3}
	 * @param heading those of them that only head others
	 */
	@PostMapping
	String save(@PathVariable("ma") String code, @PathVariable("so") int number, @RequestParam(name = "ban", defaultValue = "0") int seen,
			@RequestParam(name = "dong", defaultValue = "") List<String> rows, @RequestParam(name = "tieu-de", defaultValue = "") Set<String> heading, @CurrentActor Actor actor,
			RedirectAttributes redirect) {
		Drafts.Drafted drafted = drafts.get(code, number, actor);
		SectionRows sections = new SectionRows(new OwnCodes(OwnCodes.prefix(drafted.code()), taken -> indicators.find(taken).isPresent()), indicators::find);
		List<DraftChange> meanwhile = drafts.edit(drafted, seen, DraftChange.TABLES, draft -> {
			List<Template.Table> tables = new ArrayList<>();
			for (Template.Table table : draft.template().tables()) {
				Template.Table said = table;
				for (String row : rows) {
					said = row.startsWith(table.code() + ".") ? sections.said(said, row.substring(table.code().length() + 1), heading.contains(row)) : said;
				}
				tables.add(said);
			}
			desk.add(sections.made(), drafted.type(), actor);
			return draft.with(new Template(tables, draft.template().narratives(), draft.template().checks()));
		}, actor);
		if (!meanwhile.isEmpty()) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		Flashes.success(redirect, "reporting.design.saved");
		return "redirect:" + drafted.href() + "/chi-tieu";
	}

}
