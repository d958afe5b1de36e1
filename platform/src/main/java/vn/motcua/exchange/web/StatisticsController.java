package vn.motcua.exchange.web;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.motcua.exchange.SentRecords;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;

/** Statistics that agencies' systems report, beside what the ledger itself counts. */
@Controller
class StatisticsController {

	private static final int MOST_ROWS = 200;

	private final SentRecords records;

	StatisticsController(SentRecords records) {
		this.records = records;
	}

	@GetMapping("/lien-thong/so-lieu")
	@RequiresPermission(Permission.DOSSIER_VIEW)
	String statistics(@CurrentActor Actor officer, Model model) {
		model.addAttribute("rows", officer.agency() == null ? List.of() : records.statistics(officer.agency(), MOST_ROWS));
		return "exchange/statistics";
	}

}
