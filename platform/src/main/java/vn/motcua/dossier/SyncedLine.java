package vn.motcua.dossier;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;

/**
 * What an agency's own one-stop system says about a dossier: one change of its status (<i>đồng bộ hồ sơ</i>, Decision
 * 31/2021/QĐ-TTg art. 30).
 *
 * @param agency exchange code of the agency that handles it
 * @param seq number of the line within the dossier, given by the sender; with agency and code it names the line for good
 * @param at when it happened
 * @param receivedAt when the dossier was handed in, {@code null} for when the first line happened
 * @param dueAt promised moment, {@code null} when it stays what it was
 * @param note in the agency's words: the reason of a refusal, what is missing, the step it is in
 * @param officer name of the officer, {@code null} for the agency
 * @param more JSON object of the members that this version does not know, in the form of {@link CanonicalJson}, {@code null} when there are none
 */
public record SyncedLine(String agency, DossierCode code, ProcedureCode procedure, int seq, DossierStatus status, Instant at,
		@Nullable Applicant applicant, Channel channel, @Nullable Instant receivedAt, @Nullable Instant dueAt, @Nullable String note,
		@Nullable String officer, @Nullable String more) {

	/** @param subject personal number or tax code, {@code null} when the agency has none */
	public record Applicant(String name, @Nullable String subject, @Nullable String phone, @Nullable String email) {
	}

}
