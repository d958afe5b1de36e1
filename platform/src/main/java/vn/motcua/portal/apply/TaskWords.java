package vn.motcua.portal.apply;

import java.util.List;

import vn.motcua.site.Page;
import vn.motcua.site.component.TaskItem;

/** Tasks in words, for the task list component. */
public final class TaskWords {

	private TaskWords() {
	}

	public static List<TaskItem> items(Page page, List<Task> tasks) {
		return tasks.stream().map(task -> new TaskItem(page.text(task.title()), null, task.href(), page.t("portal.task." + task.state().name()),
				!task.open())).toList();
	}

	/** Who else signs, with how far each of them is. */
	public static List<TaskItem> signatures(Page page, Application application, TaskList tasks) {
		return tasks.signatures().stream().map(task -> new TaskItem(page.text(task.title()), null, task.href(), page.t("portal.signature." + task.state().name()),
				!task.open())).toList();
	}

	/** Checking and sending can be started once nothing is open. */
	public static List<TaskItem> review(Page page, Application application, TaskList tasks) {
		boolean ready = tasks.next().isEmpty();
		return List.of(new TaskItem(page.t("portal.tasks.check"), null, ready ? application.href() + "/kiem-tra" : null,
				page.t(ready ? "portal.task.TODO" : "portal.task.LATER"), false));
	}

}
