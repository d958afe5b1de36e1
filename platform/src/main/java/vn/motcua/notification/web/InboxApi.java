package vn.motcua.notification.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.notification.Notifications;
import vn.motcua.notification.Notifications.Received;
import vn.motcua.site.Visitor;

/** The inbox for programs. */
@RestController
@RequiresPermission(Permission.OWN_DATA)
class InboxApi {

	private final Notifications notifications;

	private final Visitor visitor;

	InboxApi(Notifications notifications, Visitor visitor) {
		this.notifications = notifications;
		this.visitor = visitor;
	}

	@GetMapping("/api/notification/v1/inbox")
	Slice<Received> inbox(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after) {
		return notifications.inbox(actor().account(), Limit.of(limit), after);
	}

	@PutMapping("/api/notification/v1/inbox/{number}/read")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void read(@PathVariable long number) {
		notifications.markRead(actor().account(), number);
	}

	private Actor actor() {
		return visitor.current().orElseThrow();
	}

}
