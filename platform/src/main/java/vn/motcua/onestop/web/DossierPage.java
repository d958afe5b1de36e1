package vn.motcua.onestop.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierView;
import vn.motcua.exchange.SentView;
import vn.motcua.form.AnsweredPage;
import vn.motcua.file.StoredFile;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.onestop.Consultation;
import vn.motcua.onestop.DeskAct;
import vn.motcua.onestop.DossierPapers;
import vn.motcua.onestop.ProcessStep;

/**
 * Everything the page of a dossier shows.
 *
 * @param open open steps
 * @param shown file in the viewer, {@code null} when there is none
 * @param office pages of the form that the officer may fill in
 * @param signatures of people beside the applicant
 * @param sent what the agency's own system sent
 * @param purpose why the officer looks, as a word of the address
 */
public record DossierPage(DossierView dossier, ServiceVersion service, List<QueueRow> open, Set<DeskAct.Kind> allowed, DossierPapers papers,
		List<ProcessStep> steps, List<DossierEvent> events, List<AnsweredPage> answered, List<Paper> components, @Nullable AttachedFile shown, String purpose,
		Asked asked, List<FormPage> office, List<Signature> signatures, SentView sent) {

	/** Questions to other agencies. @param mayAsk whether the officer may ask now @param files of the answers, by id */
	public record Asked(List<Consultation> consultations, boolean mayAsk, Map<UUID, StoredFile> files) {
	}

	/** @param onPaper handed in on paper @param files what was uploaded for it */
	public record Paper(String id, LocalizedText name, boolean required, boolean onPaper, List<AttachedFile> files, DossierPapers.@Nullable Check check) {
	}

	/** @param statement what was confirmed */
	public record Signature(String name, String subject, boolean verified, Instant at, String digest, String statement) {
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
		return "/mot-cua/ho-so/" + dossier.summary().code().value() + "?viec=" + kind.slug() + (item == null ? "" : "&buoc=" + item)
				+ (purpose.equals(DossierPages.HANDLING) ? "" : "&muc-dich=" + purpose) + "#viec";
	}

	/** Slips that tell something that has happened: last parts of their addresses. */
	public List<String> slips() {
		Set<DossierEvent.Type> happened = events.stream().map(DossierEvent::type).collect(Collectors.toSet());
		return Stream.of("giay-tiep-nhan", happened.contains(DossierEvent.Type.SUPPLEMENT_REQUESTED) ? "phieu-bo-sung" : "", happened.contains(DossierEvent.Type.REFUSED) ? "phieu-tu-choi" : "",
				happened.contains(DossierEvent.Type.RESCHEDULED) ? "phieu-xin-loi" : "").filter(word -> !word.isEmpty()).toList();
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
