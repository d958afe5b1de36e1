package vn.motcua.audit.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.audit.domain.RecordedAccess;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.site.Visitor;

/** “Who looked at my data”: the rows of the record that concern the signed-in person. Decree 13/2023/NĐ-CP art. 9. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class OwnRecordController {

	private static final Limit PAGE = new Limit(50);

	private final RecordedAccess audit;

	private final Visitor visitor;

	OwnRecordController(RecordedAccess audit, Visitor visitor) {
		this.audit = audit;
		this.visitor = visitor;
	}

	@GetMapping("/tai-khoan/nhat-ky")
	String record(@RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		Actor actor = visitor.current().orElseThrow();
		model.addAttribute("entries", audit.ofPerson(actor, PAGE, after));
		model.addAttribute("limited", audit.only(actor).isPresent());
		model.addAttribute("self", actor.account());
		return "audit/own";
	}

}
