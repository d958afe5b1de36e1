package vn.motcua.onestop;

import java.util.Locale;

import vn.motcua.kernel.access.Permission;

/** What a user task of a process means to the platform: the beginning of its id says it. */
public enum StepKind {

	RECEIVE(Permission.DOSSIER_RECEIVE, DeskQueue.TO_RECEIVE), PROCESS(Permission.DOSSIER_PROCESS, DeskQueue.IN_WORK), CONSULT(
			Permission.DOSSIER_PROCESS, DeskQueue.IN_WORK), PROPOSE(Permission.DOSSIER_PROCESS, DeskQueue.IN_WORK), SIGN(
					Permission.DOSSIER_SIGN, DeskQueue.TO_SIGN), RETURN(Permission.DOSSIER_RECEIVE, DeskQueue.TO_RETURN);

	private final Permission role;

	private final DeskQueue queue;

	StepKind(Permission role, DeskQueue queue) {
		this.role = role;
		this.queue = queue;
	}

	/** Who does steps of this kind. */
	public Permission role() {
		return role;
	}

	/** Where the step waits while the dossier's clock runs. */
	public DeskQueue queue() {
		return queue;
	}

	/** Kind of a task by its id, for example {@code consult-fire-police}. */
	public static StepKind of(String taskId) {
		for (StepKind kind : values()) {
			if (taskId.startsWith(kind.name().toLowerCase(Locale.ROOT))) {
				return kind;
			}
		}
		throw new IllegalArgumentException("a task id begins with receive, process, consult, propose, sign or return: " + taskId);
	}

}
