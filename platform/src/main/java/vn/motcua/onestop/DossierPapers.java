package vn.motcua.onestop;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/**
 * What the desk wrote down beside a dossier: papers looked at one by one, inner notes, the proposal to the competent person.
 *
 * @param checks by component id
 */
public record DossierPapers(Map<String, Check> checks, List<Note> notes, @Nullable Proposal proposal) {

	public enum Verdict {
		OK, MISSING, WRONG
	}

	public record Check(Verdict verdict, @Nullable String note, String checker, Instant at) {
	}

	public record Note(LocalizedText stepName, String words, String writer, Instant at) {
	}

	public record Proposal(boolean granted, String opinion, String proposer, Instant at) {
	}

	/** Papers that are not in order. */
	public boolean complaints() {
		return checks.values().stream().anyMatch(check -> check.verdict() != Verdict.OK);
	}

}
