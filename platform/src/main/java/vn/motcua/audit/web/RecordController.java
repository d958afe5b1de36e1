package vn.motcua.audit.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.audit.domain.RecordedAccess;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.site.NavigationEntry;
import vn.motcua.site.Visitor;

/** The whole record, for those who may read it; that they read is recorded as well. */
@Controller
@RequiresPermission(Permission.AUDIT_READ)
class RecordController {

	private static final Limit PAGE = new Limit(50);

	private final RecordedAccess audit;

	private final Visitor visitor;

	RecordController(RecordedAccess audit, Visitor visitor) {
		this.audit = audit;
		this.visitor = visitor;
	}

	@Bean
	static NavigationEntry recordEntry() {
		return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 80, "/quan-tri/nhat-ky", "audit.record", Permission.AUDIT_READ);
	}

	@GetMapping("/quan-tri/nhat-ky")
	@Transactional
	public String record(@RequestParam(name = "viec", defaultValue = "") String action, @RequestParam(name = "tai-khoan", defaultValue = "") String account,
			@RequestParam(name = "sau", required = false) @Nullable String after, Model model) {
		Optional<AuditAction> wanted = Arrays.stream(AuditAction.values()).filter(known -> known.name().equals(action)).findFirst();
		Optional<UUID> actor = account(account);
		Slice<AuditTrail.Entry> entries = audit.latest(actor.orElse(null), wanted.orElse(null), PAGE, after);
		audit.record(new AccessRecord(visitor.current().orElseThrow(), AuditAction.AUDIT_READ, "audit", null, "audit.purpose.supervision"));
		model.addAttribute("entries", entries);
		model.addAttribute("action", wanted.map(Enum::name).orElse(""));
		model.addAttribute("account", actor.map(UUID::toString).orElse(""));
		return "audit/record";
	}

	private static Optional<UUID> account(String typed) {
		return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(typed)) : Optional.empty();
	}

}
