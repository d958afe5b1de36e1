package vn.motcua.sdk;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What happened on the portal to a dossier of an agency that runs its own system.
 *
 * @param id what it is acknowledged by
 * @param kind {@code submission} for a new dossier; {@code supplement}, {@code withdrawal} or {@code payment} for what happened to it later
 * @param code code of the dossier
 * @param agency exchange code of the agency
 * @param procedure code of the procedure
 * @param submittedAt when it was submitted
 * @param dueAt promised moment, {@code null} when none was promised yet
 * @param applicant whose dossier it is
 * @param files its files
 * @param json everything as it came, with the answers
 */
public record InboxItem(String id, String kind, String code, String agency, String procedure, Instant submittedAt, @Nullable Instant dueAt, Applicant applicant,
		List<InboxFile> files, String json) {

	/**
	 * One file of it.
	 *
	 * @param id its identifier
	 * @param component code of the component it belongs to
	 * @param name name of the file
	 * @param mediaType its type
	 * @param bytes its size
	 * @param sha256 its digest in hex
	 * @param url where it is
	 */
	public record InboxFile(String id, String component, String name, String mediaType, long bytes, String sha256, String url) {
	}

}
