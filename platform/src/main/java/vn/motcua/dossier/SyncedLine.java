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
 * @param procedure as its sender writes it, a province's copy too: both sides compare what was sent
 * @param seq number of the line within the dossier, given by the sender; with agency and code it names the line for good
 * @param at when it happened
 * @param receivedAt when the dossier was handed in, {@code null} for when the first line happened
 * @param dueAt promised moment, {@code null} when it stays what it was
 * @param note in the agency's words: the reason of a refusal, what is missing, the step it is in
 * @param officer name of the officer, {@code null} for the agency
 * @param more JSON object of all other members, in the form of {@link CanonicalJson}, {@code null} when there are none
 * @param keyed for a line of an interface whose senders number nothing; then {@code seq} is 0 and the ledger gives it the next one
 */
public record SyncedLine(String agency, DossierCode code, ProcedureCode procedure, int seq, DossierStatus status, Instant at,
		@Nullable Applicant applicant, Channel channel, @Nullable Instant receivedAt, @Nullable Instant dueAt, @Nullable String note,
		@Nullable String officer, @Nullable String more, @Nullable Keyed keyed) {

	public SyncedLine(String agency, DossierCode code, ProcedureCode procedure, int seq, DossierStatus status, Instant at, @Nullable Applicant applicant,
			Channel channel, @Nullable Instant receivedAt, @Nullable Instant dueAt, @Nullable String note, @Nullable String officer, @Nullable String more) {
		this(agency, code, procedure, seq, status, at, applicant, channel, receivedAt, dueAt, note, officer, more, null);
	}

	/** @param key says within the dossier what the line is: what was recorded under it once is not recorded again, whatever else it says */
	public record Keyed(String key, Kind kind) {

		public enum Kind {
			/** It happened at the moment the line says. */
			DATED,
			/** The sender did not say when: not before the line's moment, nor before anything known; it only moves a dossier onward. */
			ONWARD,
			/** Moves no status: papers, results, fees, the promised moment. */
			BESIDE
		}

	}

	/** @param subject personal number or tax code, {@code null} when the agency has none */
	public record Applicant(String name, @Nullable String subject, @Nullable String phone, @Nullable String email) {
	}

}
