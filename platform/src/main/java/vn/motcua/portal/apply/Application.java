package vn.motcua.portal.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Assessment.AskedComponent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.CoSigner;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Prospect;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormPage;

/**
 * A draft with what it takes to draw it: the service it is for, its form, the answers so far and what they lead to.
 *
 * @param answers the draft's answers with computed fields filled in
 * @param pages pages of the form that the applicant answers, in order
 * @param signers who else has to sign
 * @param dueAt promised moment if it were accepted now, {@code null} when no case holds yet
 * @param news what has become, or will become, of the service since the draft was begun
 * @param prospect who would handle it, by which terms
 */
public record Application(DraftView draft, ServiceVersion service, FormDefinition form, ObjectNode answers, List<FormPage> pages,
		List<CoSigner> signers, Assessment assessment, @Nullable Instant dueAt, LocalDate today, ServiceNews news,
		Prospect prospect) {

	public String href() {
		return "/ho-so/nhap/" + draft.id();
	}

	public String href(FormPage page) {
		return href() + "/trang/" + page.id();
	}

	public String href(ServiceVersion.Component component) {
		return href() + "/giay-to/" + component.id();
	}

	public Optional<FormPage> page(String id) {
		return pages.stream().filter(page -> page.id().equals(id)).findFirst();
	}

	/** From 1, for "page 2 of 7". */
	public int number(FormPage page) {
		return pages.indexOf(page) + 1;
	}

	public Optional<AskedComponent> component(String id) {
		return assessment.components().stream().filter(asked -> asked.component().id().equals(id)).findFirst();
	}

	public List<AttachedFile> files(String componentId) {
		return draft.files().stream().filter(file -> file.componentId().equals(componentId)).toList();
	}

	public boolean sent() {
		return draft.submittedAs() != null;
	}

}
