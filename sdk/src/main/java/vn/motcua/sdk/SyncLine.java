package vn.motcua.sdk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One change of a dossier's status, as it goes to the ledger. Agency, code and seq name the line for good: sent twice it has
 * one effect. What a line must be is checked by the ledger, which names member and rule; here only what makes it a line.
 *
 * @param agency exchange code of the agency that handles the dossier
 * @param code code of the dossier: agency, day and number, for example {@code H26-260302-0001}
 * @param procedure code of the procedure in the national catalogue
 * @param seq number of the line within the dossier, from 1, never used for anything else
 * @param status what the dossier became
 * @param at when that happened
 * @param applicant whose dossier it is; needed on the first line
 * @param channel how it was handed in
 * @param receivedAt when it was handed in, where the first line is a later status; otherwise {@code null}
 * @param dueAt promised moment; {@code null} leaves it as it was
 * @param note in the agency's words: reason, what is missing, which step
 * @param officer who did it; {@code null} for the agency
 * @param more JSON object of further members, {@code null} when there are none
 */
public record SyncLine(String agency, String code, String procedure, int seq, Status status, Instant at, @Nullable Applicant applicant, Channel channel,
		@Nullable Instant receivedAt, @Nullable Instant dueAt, @Nullable String note, @Nullable String officer, @Nullable String more) {

	/**
	 * Puts texts and moments into the form in which both sides keep them.
	 * @throws IllegalArgumentException when a required member is missing, or {@code more} is no JSON object or names a known member
	 */
	public SyncLine {
		agency = Texts.required("agency", agency);
		code = Texts.required("code", code).replace(" ", "").toUpperCase(Locale.ROOT);
		procedure = Texts.required("procedure", procedure);
		if (seq < 1) {
			throw new IllegalArgumentException("seq begins at 1");
		}
		java.util.Objects.requireNonNull(status, "status");
		at = java.util.Objects.requireNonNull(at, "at").truncatedTo(ChronoUnit.MILLIS);
		channel = channel == null ? Channel.DESK : channel;
		receivedAt = receivedAt == null ? null : receivedAt.truncatedTo(ChronoUnit.MILLIS);
		dueAt = dueAt == null ? null : dueAt.truncatedTo(ChronoUnit.MILLIS);
		note = Texts.optional(note);
		officer = Texts.optional(officer);
		more = LineJson.checkedMore(more);
	}

	/**
	 * A line with what every line has.
	 * @param agency exchange code of the agency that handles the dossier
	 * @param code code of the dossier
	 * @param procedure code of the procedure
	 * @param seq number of the line within the dossier
	 * @param status what the dossier became
	 * @param at when that happened
	 * @return the line
	 */
	public static SyncLine of(String agency, String code, String procedure, int seq, Status status, Instant at) {
		return new SyncLine(agency, code, procedure, seq, status, at, null, Channel.DESK, null, null, null, null, null);
	}

	/**
	 * The same line with an applicant.
	 * @param whose the applicant
	 * @return a new line
	 */
	public SyncLine withApplicant(@Nullable Applicant whose) {
		return new SyncLine(agency, code, procedure, seq, status, at, whose, channel, receivedAt, dueAt, note, officer, more);
	}

	/**
	 * The same line, handed in another way.
	 * @param how the channel
	 * @return a new line
	 */
	public SyncLine withChannel(Channel how) {
		return new SyncLine(agency, code, procedure, seq, status, at, applicant, how, receivedAt, dueAt, note, officer, more);
	}

	/**
	 * The same line with the moments of the dossier.
	 * @param received when it was handed in, or {@code null}
	 * @param due the promised moment, or {@code null}
	 * @return a new line
	 */
	public SyncLine withMoments(@Nullable Instant received, @Nullable Instant due) {
		return new SyncLine(agency, code, procedure, seq, status, at, applicant, channel, received, due, note, officer, more);
	}

	/**
	 * The same line with words of the agency.
	 * @param words reason, what is missing, which step, or {@code null}
	 * @param who name of the officer, or {@code null}
	 * @return a new line
	 */
	public SyncLine withWords(@Nullable String words, @Nullable String who) {
		return new SyncLine(agency, code, procedure, seq, status, at, applicant, channel, receivedAt, dueAt, words, who, more);
	}

	/**
	 * The same line with further members.
	 * @param members JSON object, or {@code null}
	 * @return a new line
	 */
	public SyncLine withMore(@Nullable String members) {
		return new SyncLine(agency, code, procedure, seq, status, at, applicant, channel, receivedAt, dueAt, note, officer, members);
	}

	/**
	 * The same line under another number.
	 * @param number number of the line within the dossier
	 * @return a new line
	 */
	public SyncLine withSeq(int number) {
		return new SyncLine(agency, code, procedure, number, status, at, applicant, channel, receivedAt, dueAt, note, officer, more);
	}

	/**
	 * The same line with the papers that were handed in, as member {@code components}.
	 * @param components the papers
	 * @return a new line
	 */
	public SyncLine withComponents(List<Component> components) {
		return withMore(LineJson.with(more, "components", Component.json(components)));
	}

	/**
	 * The same line with what the agency issued, as member {@code results}.
	 * @param results the papers issued
	 * @return a new line
	 */
	public SyncLine withResults(List<Result> results) {
		return withMore(LineJson.with(more, "results", Result.json(results)));
	}

	/**
	 * Agency part of the dossier's code: under it the ledger counts the dossier.
	 * @return the part before the day, or the whole code when it has no day
	 */
	public String codeAgency() {
		int day = code.lastIndexOf('-', code.lastIndexOf('-') - 1);
		return day < 0 ? code : code.substring(0, day);
	}

	/**
	 * The line as it is sent: one JSON object without a line break.
	 * @return the text
	 */
	public String toJson() {
		return LineJson.write(this);
	}

	/**
	 * Reads a line.
	 * @param json one JSON object
	 * @return the line
	 * @throws IllegalArgumentException when it is none
	 */
	public static SyncLine parse(String json) {
		return LineJson.read(json);
	}

	/**
	 * What both sides compare: see {@link DigestTree}.
	 * @return 16 hex characters
	 */
	public String digest() {
		return LineDigest.of(this);
	}

}
