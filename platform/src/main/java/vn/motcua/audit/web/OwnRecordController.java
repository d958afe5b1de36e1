package vn.motcua.audit.web;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.audit.AuditTrail;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.site.Visitor;

/** “Who looked at my data”: the rows of the record that concern the signed-in person. Decree 13/2023/NĐ-CP art. 9. */
@Controller
@RequiresPermission(Permission.OWN_DATA)
class OwnRecordController {

	private static final Limit PAGE = new Limit(50);

	private final AuditTrail audit;

	private final Visitor visitor;

	OwnRecordController(AuditTrail audit, Visitor visitor) {
		this.audit = audit;
		this.visitor = visitor;
	}

	@GetMapping("/tai-khoan/nhat-ky")
	String record(@RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		Actor actor = visitor.current().orElseThrow();
		String subject = actor.subject();
		model.addAttribute("entries", subject == null ? new Slice<AuditTrail.Entry>(List.of(), null) : audit.ofSubject(subject, PAGE, after));
		model.addAttribute("self", actor.account());
		return "audit/own";
	}

}
