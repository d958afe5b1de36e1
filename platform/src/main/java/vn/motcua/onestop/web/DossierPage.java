package vn.motcua.onestop.web;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierView;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DossierPapers;
import vn.motcua.onestop.ProcessStep;

/**
 * Everything the page of a dossier shows.
 *
 * @param open open steps
 * @param shown file in the viewer, {@code null} when there is none
 * @param purpose why the officer looks, as a word of the address
 */
public record DossierPage(DossierView dossier, ServiceVersion service, List<QueueRow> open, Set<DeskAct.Kind> allowed, DossierPapers papers,
		List<ProcessStep> steps, List<DossierEvent> events, List<Section> sections, List<Paper> components, @Nullable AttachedFile shown, String purpose) {

	/** Answers to one page of the form. */
	public record Section(LocalizedText title, List<Answer> answers) {
	}

	public record Answer(LocalizedText label, LocalizedText value) {
	}

	/** @param onPaper handed in on paper @param files what was uploaded for it */
	public record Paper(String id, LocalizedText name, boolean required, boolean onPaper, List<AttachedFile> files, DossierPapers.@Nullable Check check) {
	}

	public long unpaidVnd() {
		return dossier.feesVnd() - dossier.paidVnd();
	}

	/** Address of a file of the dossier; the purpose goes along and into the record of access. */
	public String fileHref(AttachedFile file) {
		return "/mot-cua/ho-so/" + dossier.summary().code().value() + "/tep/" + file.fileId() + "?muc-dich=" + purpose;
	}

	public String showHref(AttachedFile file) {
		return "/mot-cua/ho-so/" + dossier.summary().code().value() + "?tep=" + file.fileId() + "&muc-dich=" + purpose + "#xem";
	}

	public String actHref(DeskAct.Kind kind, @Nullable String item) {
		return "/mot-cua/ho-so/" + dossier.summary().code().value() + "?viec=" + kind.slug() + (item == null ? "" : "&buoc=" + item) + "#viec";
	}

	/** Steps an act may be about. */
	public List<QueueRow> stepsFor(DeskAct.Kind kind) {
		return open.stream().filter(row -> switch (kind) {
			case FINISH -> row.item().kind() == vn.motcua.onestop.StepKind.PROCESS && !proposes(row);
			case CONSULT -> row.item().kind() == vn.motcua.onestop.StepKind.CONSULT;
			case PROPOSE -> proposes(row);
			case CLAIM -> row.item().pausedAt() == null;
			default -> false;
		}).toList();
	}

	private boolean proposes(QueueRow row) {
		return steps.stream().anyMatch(step -> step.id().equals(row.item().stepId()) && step.proposes());
	}

}
