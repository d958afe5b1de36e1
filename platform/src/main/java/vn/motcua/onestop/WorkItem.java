package vn.motcua.onestop;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;

/**
 * One step of one dossier as it stands in an officers' queue. Every open dossier has at least one, held by an officer or a
 * group, with a deadline.
 *
 * @param id id of the task in the process
 * @param role group that may do the step
 * @param owner officer who took it, {@code null} while the whole group holds it
 * @param dueAt deadline of the step; while paused, when the desk looks after the applicant again
 */
public record WorkItem(String id, String instanceId, DossierCode code, AgencyId agency, String stepId, StepKind kind, Permission role,
		DeskQueue queue, @Nullable UUID owner, @Nullable String ownerName, LocalizedText stepName, String serviceCode,
		LocalizedText serviceName, String applicantName, int channel, Instant openedAt, Instant dueAt, @Nullable Instant pausedAt) {
}
