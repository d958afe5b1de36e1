package vn.motcua.onestop.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierView;
import vn.motcua.exchange.SentViews;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.form.Forms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.onestop.Consultation;
import vn.motcua.onestop.Consultations;
import vn.motcua.kernel.access.Permission;
import vn.motcua.onestop.DossierPapers;
import vn.motcua.onestop.OfficerDesk;
import vn.motcua.onestop.WorkItem;
import vn.motcua.onestop.web.DossierPage.Paper;
import vn.motcua.site.Page;

/** Puts the page of a dossier together. Every drawing of it is a look that goes into the record of access. */
@Component
class DossierPages {

	/** The purpose of everyday work: nobody is asked for it. */
	static final String HANDLING = "xu-ly";

	/** Other purposes an officer may give. Words stand under {@code onestop.purpose.<word>}. */
	static final List<String> PURPOSES = List.of(HANDLING, "tra-loi-nguoi-nop", "giai-quyet-khieu-nai", "kiem-tra", "ban-giao");

	private final OfficerDesk desk;

	private final Catalogue catalogue;

	private final Forms forms;

	private final Files files;

	private final Lights lights;

	private final Consultations consultations;

	private final OfficePart office;

	private final SentViews sent;

	DossierPages(OfficerDesk desk, Catalogue catalogue, Forms forms, Files files, Lights lights, Consultations consultations, OfficePart office, SentViews sent) {
		this.desk = desk;
		this.catalogue = catalogue;
		this.forms = forms;
		this.files = files;
		this.lights = lights;
		this.consultations = consultations;
		this.office = office;
		this.sent = sent;
	}

	String draw(DossierCode code, Actor officer, String purpose, ActForm form, @Nullable UUID shown, Model model) {
		DossierView dossier = desk.look(code, officer, "onestop.purpose." + purpose);
		ServiceVersion service = catalogue.get(dossier.serviceVersion());
		List<WorkItem> open = desk.open(code);
		DossierPapers papers = desk.papers(code);
		LocalDate day = LocalDate.ofInstant(dossier.summary().submittedAt(), Page.ZONE);
		model.addAttribute("it", new DossierPage(dossier, service, lights.rows(open), desk.allowed(dossier, open, officer), papers, desk.steps(dossier),
				desk.events(code), forms.answeredWithOffice(forms.of(service), office.answers(dossier), stored(dossier), day), components(dossier, service, papers, day), shown(dossier, shown), purpose, asked(code, officer),
				OfficePart.open(dossier) && officer.may(Permission.DOSSIER_PROCESS) ? office.pages(dossier) : List.of(), signatures(desk.events(code)), sent.of(dossier.summary(), desk.events(code))));
		model.addAttribute("form", form);
		model.addAttribute("now", lights.now());
		return "onestop/dossier";
	}

	private DossierPage.Asked asked(DossierCode code, Actor officer) {
		List<Consultation> asked = consultations.of(code);
		List<UUID> ids = asked.stream().filter(one -> one.answer() != null).flatMap(one -> one.answer().files().stream()).toList();
		return new DossierPage.Asked(asked, consultations.mayAsk(code, officer), files.get(ids));
	}

	/** Who signed parts of the form, as the submission recorded it. */
	private static List<DossierPage.Signature> signatures(List<DossierEvent> events) {
		return events.isEmpty() ? List.of() : events.getFirst().detail().path("signatures").valueStream().map(signed -> new DossierPage.Signature(
				signed.path("name").asString(""), signed.path("subject").asString(""), signed.path("assurance").asString("").equals("VERIFIED"), Instant.parse(signed.path("signedAt").asString("")),
				signed.path("digest").asString(""), signed.path("statement").asString(""))).toList();
	}

	private List<Paper> components(DossierView dossier, ServiceVersion service, DossierPapers papers, LocalDate day) {
		return catalogue.assess(service, dossier.answers(), dossier.summary().channel(), day).components().stream()
			.map(asked -> new Paper(asked.component().id(), asked.component().name(), asked.required(), dossier.paperComponents().contains(asked.component().id()),
					dossier.files().stream().filter(file -> file.componentId().equals(asked.component().id())).toList(), papers.checks().get(asked.component().id())))
			.filter(paper -> paper.required() || paper.onPaper() || !paper.files().isEmpty()).toList();
	}

	private Map<String, List<StoredFile>> stored(DossierView dossier) {
		Map<UUID, StoredFile> known = files.get(dossier.files().stream().map(AttachedFile::fileId).toList());
		return dossier.files().stream().filter(file -> known.containsKey(file.fileId()))
			.collect(Collectors.groupingBy(AttachedFile::componentId, Collectors.mapping(file -> known.get(file.fileId()), Collectors.toList())));
	}

	/** Whether the dossier's service has such a paper. */
	boolean hasPaper(DossierView dossier, String component) {
		return catalogue.get(dossier.serviceVersion()).components().stream().anyMatch(one -> one.id().equals(component));
	}

	/** Whether the agency's own system gave this file for the dossier. */
	boolean hasSent(DossierView dossier, UUID file) {
		return sent.of(dossier.summary(), desk.events(dossier.summary().code())).has(file);
	}

	private static @Nullable AttachedFile shown(DossierView dossier, @Nullable UUID asked) {
		return dossier.files().stream().filter(file -> asked == null ? viewable(file.mediaType()) : file.fileId().equals(asked)).findFirst().orElse(null);
	}

	static boolean viewable(String mediaType) {
		return mediaType.equals("application/pdf") || mediaType.equals("image/png") || mediaType.equals("image/jpeg");
	}

}
