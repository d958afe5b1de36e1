package vn.motcua.dossier.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.SignedPart;
import vn.motcua.dossier.domain.DraftStore.Draft;
import vn.motcua.dossier.domain.SignerStore.SignerRow;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormPart;
import vn.motcua.form.FormParts;
import vn.motcua.form.Signer;
import vn.motcua.kernel.problem.FieldProblem;

/** Signatures of a draft: what each stands for, which are missing, and that a change of what was signed voids them. */
@Component
class DraftSignatures {

	private final DraftVersions versions;

	private final SignerStore signers;

	private final FormParts parts;

	private final SignerNotices notices;

	private final Clock clock;

	DraftSignatures(DraftVersions versions, SignerStore signers, FormParts parts, SignerNotices notices, Clock clock) {
		this.versions = versions;
		this.signers = signers;
		this.parts = parts;
		this.notices = notices;
		this.clock = clock;
	}

	/**
	 * The signatures of a draft that is to be submitted.
	 *
	 * @param missing a problem for everybody who has not signed what stands there now
	 */
	record Standing(List<SignedPart> signed, List<FieldProblem> missing) {

		static final Standing NONE_NEEDED = new Standing(List.of(), List.of());

	}

	Standing standing(Draft draft) {
		FormDefinition form = versions.form(draft);
		if (form.signers().isEmpty()) {
			return Standing.NONE_NEEDED;
		}
		Map<FormPart, SignerRow> rows = rows(draft.id());
		List<SignedPart> signed = new ArrayList<>();
		List<FieldProblem> missing = new ArrayList<>();
		for (FormPart part : parts.signers(form, draft.answers(), versions.today())) {
			SignerRow row = rows.get(part);
			if (row != null && row.signed() && stands(draft, form, row)) {
				signed.add(new SignedPart(part.by(), part.place(), Objects.requireNonNullElse(row.accountName(), row.name()), row.accountSubject(),
						String.valueOf(row.assurance()), String.valueOf(row.statement()), row.digest(), Objects.requireNonNull(row.signedAt())));
			}
			else {
				Signer signer = form.signer(part.by()).orElseThrow();
				String who = signer.title().vi() + (signer.several() ? " " + (part.place() + 1) : "");
				missing.add(FieldProblem.of("/signers/" + part.by() + "/" + part.place(), "dossier.signature-missing", "who", who));
			}
		}
		return new Standing(signed, missing);
	}

	/** What a part of a draft would be signed as now. */
	SignedContent content(Draft draft, FormDefinition form, FormPart part) {
		Signer signer = form.signer(part.by()).orElseThrow();
		return SignedContent.of(draft.service(), part.by(), part.place(), signer.statement().vi(), parts.signed(form, part, draft.answers(), versions.today()),
				seen(draft, form, signer).stream().map(AttachedFile::sha256).toList());
	}

	/** Whether what was signed is still what stands there. */
	boolean stands(Draft draft, FormDefinition form, SignerRow row) {
		return form.signer(row.part().by()).isPresent() && content(draft, form, row.part()).digest().equals(row.digest());
	}

	/** Files that were uploaded on the pages a signer sees. */
	static List<AttachedFile> seen(Draft draft, FormDefinition form, Signer signer) {
		Set<String> components = form.pages(FormPart.OF_APPLICANT).stream().filter(page -> signer.sees().contains(page.id())).flatMap(page -> page.fields().stream())
			.filter(field -> field.component() != null).map(field -> Objects.requireNonNull(field.component()).id()).collect(Collectors.toSet());
		return draft.files().stream().filter(file -> components.contains(file.componentId())).toList();
	}

	/** After a change, in its transaction: signatures that stand for something else than what is there now are void. */
	void voidChanged(Draft changed) {
		versions.inForce(changed).ifPresent(service -> {
			FormDefinition form = versions.form(changed);
			List<SignerRow> rows = form.signers().isEmpty() ? List.of() : signers.ofDraft(changed.id());
			rows.stream().filter(row -> row.signed() && !stands(changed, form, row)).forEach(row -> {
				signers.voidSignature(row.id(), StepRecorder.moment(clock));
				notices.voided(row, service);
			});
		});
	}

	Map<FormPart, SignerRow> rows(UUID draft) {
		Map<FormPart, SignerRow> rows = new HashMap<>();
		signers.ofDraft(draft).forEach(row -> rows.put(row.part(), row));
		return rows;
	}

}
