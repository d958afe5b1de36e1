package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierSlips;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.DossierView;
import vn.motcua.file.Documents;
import vn.motcua.form.paper.SlipDrawing;
import vn.motcua.form.paper.SlipPage;
import vn.motcua.kernel.calendar.TimeLimit;

/** Fills the slips from the ledger; how they look is the form's. */
@Component
class PdfSlips implements DossierSlips {

	private final LedgerStore store;

	private final Catalogue catalogue;

	private final Offers offers;

	private final Agencies agencies;

	private final SlipDrawing drawing;

	private final Clock clock;

	PdfSlips(LedgerStore store, Catalogue catalogue, Offers offers, Agencies agencies, Documents documents, Clock clock) {
		this.store = store;
		this.catalogue = catalogue;
		this.offers = offers;
		this.agencies = agencies;
		this.drawing = new SlipDrawing(documents);
		this.clock = clock;
	}

	@Override
	public Optional<byte[]> pdf(Slip slip, DossierView dossier) {
		return page(slip, dossier).map(page -> drawing.pdf(slip.name().toLowerCase(Locale.ROOT), page));
	}

	Optional<SlipPage> page(Slip slip, DossierView dossier) {
		Type type = switch (slip) {
			case RECEIPT -> dossier.summary().acceptedAt() == null ? Type.SUBMITTED : Type.ACCEPTED;
			case SUPPLEMENT -> Type.SUPPLEMENT_REQUESTED;
			case REFUSAL -> Type.REFUSED;
			case APOLOGY -> Type.RESCHEDULED;
		};
		List<DossierEvent> events = store.events(dossier.summary().code());
		return events.reversed().stream().filter(event -> event.type() == type).findFirst().map(event -> page(dossier, event, limit(events.getFirst())));
	}

	private SlipPage page(DossierView dossier, DossierEvent event, TimeLimit limit) {
		ServiceVersion service = catalogue.get(dossier.serviceVersion());
		DossierSummary summary = dossier.summary();
		List<Agency> agency = agencies.withAncestors(summary.agency(), summary.code().receivedOn());
		String subject = dossier.applicantSubject() == null ? "" : dossier.applicantSubject();
		return new SlipPage(filed(dossier), new SlipPage.Applicant(summary.applicantName(), subject, dossier.applicantPhone(), dossier.applicantEmail()),
				agency.size() > 1 ? agency.get(1).fullName().vi() : "", summary.agencyName().vi(), papers(dossier, service), told(event, service), limit, clock.instant(),
				desk(dossier, service));
	}

	private static SlipPage.Filed filed(DossierView dossier) {
		DossierSummary summary = dossier.summary();
		String code = summary.code().value();
		int ordinal = Integer.parseInt(code.substring(code.lastIndexOf('-') + 1));
		return new SlipPage.Filed(code, String.valueOf(ordinal), summary.service().value(), summary.serviceName().vi(), summary.channel(), summary.code().receivedOn(),
				summary.submittedAt(), summary.acceptedAt(), dossier.feesVnd(), dossier.paidVnd());
	}

	/** Where the result is handed out, as the agency offers the procedure today; empty where it says nothing. */
	private String desk(DossierView dossier, ServiceVersion service) {
		return offers.find(service.code(), dossier.summary().agency(), LocalDate.ofInstant(clock.instant(), ProcessingDeadline.ZONE))
			.map(offer -> offer.terms().deskAddress() + " (" + offer.terms().deskHours() + ")").orElse("");
	}

	private static List<SlipPage.Paper> papers(DossierView dossier, ServiceVersion service) {
		List<SlipPage.Paper> papers = new ArrayList<>();
		for (ServiceVersion.Component component : service.components()) {
			List<SlipPage.FileLine> files = dossier.files().stream().filter(file -> file.componentId().equals(component.id()))
				.map(file -> new SlipPage.FileLine(file.name(), size(file.sizeBytes()), file.sha256())).toList();
			boolean paper = dossier.paperComponents().contains(component.id());
			if (paper || !files.isEmpty()) {
				papers.add(new SlipPage.Paper(component.name().vi(), paper, paper ? component.originals() : 0, paper ? component.copies() : 0, files));
			}
		}
		return papers;
	}

	private static SlipPage.Told told(DossierEvent event, ServiceVersion service) {
		Map<String, String> names = service.components().stream().collect(Collectors.toMap(ServiceVersion.Component::id, component -> component.name().vi(), (a, _) -> a));
		List<SlipPage.Missing> missing = event.type() != Type.SUPPLEMENT_REQUESTED ? List.of()
				: LedgerJson.read(event.detail(), DossierStep.RequestSupplement.class).items().stream()
					.map(item -> new SlipPage.Missing(names.getOrDefault(item.componentId(), ""), item.what())).toList();
		return new SlipPage.Told(event.actorName(), event.at(), event.reason() == null ? "" : event.reason(), moment(event, Details.DUE_BEFORE),
				moment(event, Details.DUE_AT), missing);
	}

	private static @Nullable Instant moment(DossierEvent event, String name) {
		String written = event.detail().path(name).asString("");
		return written.isEmpty() ? null : Instant.parse(written);
	}

	private static TimeLimit limit(DossierEvent submitted) {
		return LedgerJson.read(submitted.detail(), Details.Submitted.class).limit();
	}

	private static String size(long bytes) {
		return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : String.format(Locale.GERMANY, "%.1f MB", bytes / 1048576.0);
	}

}
