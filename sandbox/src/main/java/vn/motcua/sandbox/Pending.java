package vn.motcua.sandbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Status;

/**
 * A step as the database has it, with what is known of its dossier.
 *
 * @param procedure as it was typed
 * @param number of the applicant, as it was typed
 * @param paidVnd what was paid with the step
 * @param pushed whether the dossier itself went out before, by the interface that asks for that
 * @param portal whether it was submitted on the portal
 */
record Pending(String code, String agency, int seq, Status status, Instant at, @Nullable Instant dueAt, @Nullable String note, @Nullable String officer, String procedure,
		String procedureName, String field, Channel channel, boolean digitised, String name, @Nullable String number, @Nullable String phone, boolean enterprise, long paidVnd,
		boolean pushed, boolean portal) {
}
