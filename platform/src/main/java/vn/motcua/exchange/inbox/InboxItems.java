package vn.motcua.exchange.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.JsonNodeFactory;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.form.AnsweredPage;
import vn.motcua.form.AnsweredPage.Line;
import vn.motcua.form.Forms;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Puts together what an entry says, out of the ledger. */
@Component
class InboxItems {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private final Dossiers dossiers;

	private final Catalogue catalogue;

	private final Agencies agencies;

	private final Forms forms;

	private final Files files;

	private final Messages messages;

	InboxItems(Dossiers dossiers, Catalogue catalogue, Agencies agencies, Forms forms, Files files, Messages messages) {
		this.dossiers = dossiers;
		this.catalogue = catalogue;
		this.agencies = agencies;
		this.forms = forms;
		this.files = files;
		this.messages = messages;
	}

	/** @param subject whose data it is, for the record of access */
	record Made(InboxItem item, @Nullable String subject) {
	}

	Made item(InboxEntry entry) {
		DossierView dossier = dossiers.find(entry.code()).orElseThrow();
		DossierEvent event = dossiers.events(entry.code()).get(entry.seq() - 1);
		DossierSummary summary = dossier.summary();
		ServiceVersion service = catalogue.get(dossier.serviceVersion());
		boolean submission = entry.kind() == InboxEntry.Kind.SUBMISSION;
		LocalDate day = LocalDate.ofInstant(summary.submittedAt(), Page.ZONE);
		List<AttachedFile> attached = attached(entry, dossier, event);
		return new Made(new InboxItem(String.valueOf(entry.number()), entry.kind().word(), summary.code().value(), dossier.elsewhere() == null ? null : dossier.elsewhere().number(),
				exchangeCode(summary, day), summary.agencyName().vi(), summary.service().value(), summary.serviceName().vi(), moment(event.at()), moment(summary.submittedAt()),
				summary.dueAt() == null ? null : moment(summary.dueAt()), service.cases().stream().filter(one -> one.id().equals(dossier.caseId())).map(one -> one.name().vi()).findFirst().orElse(null),
				new InboxItem.Applicant(summary.applicantName(), dossier.applicantSubject(), dossier.applicantPhone(), dossier.applicantEmail()),
				submission ? dossier.answers() : JsonNodeFactory.instance.objectNode(), submission ? inWords(dossier, service, day) : null,
				attached.stream().map(file -> InboxItem.File.of(file, entry.number())).toList(), submission ? dossier.paperComponents() : List.of(),
				submission ? dossier.feesVnd() : null, note(event), event.detail().has("amountVnd") ? event.detail().get("amountVnd").asLong() : null,
				event.detail().path("receiptNumber").asString(null), event.detail().get("signatures")), dossier.applicantSubject());
	}

	/** Files of an entry: those handed in with the submission, or those that came with this answer. */
	List<AttachedFile> attached(InboxEntry entry, DossierView dossier, DossierEvent event) {
		if (entry.kind() == InboxEntry.Kind.SUBMISSION) {
			return dossier.files().stream().filter(file -> file.round() == 0).toList();
		}
		List<UUID> ids = event.detail().path("attached").valueStream().map(file -> UUID.fromString(file.path("fileId").asString())).toList();
		return dossier.files().stream().filter(file -> ids.contains(file.fileId())).toList();
	}

	private static @Nullable String note(DossierEvent event) {
		return event.reason() == null ? event.detail().path("note").asString(null) : event.reason();
	}

	private String exchangeCode(DossierSummary summary, LocalDate day) {
		Agency agency = agencies.get(summary.agency(), day);
		return agency.exchangeCode() == null ? agency.code() : agency.exchangeCode();
	}

	private List<InboxItem.AnsweredInWords> inWords(DossierView dossier, ServiceVersion service, LocalDate day) {
		Map<UUID, StoredFile> stored = files.get(dossier.files().stream().map(AttachedFile::fileId).toList());
		Map<String, List<StoredFile>> byComponent = dossier.files().stream().filter(file -> stored.containsKey(file.fileId()))
			.collect(Collectors.groupingBy(AttachedFile::componentId, Collectors.mapping(file -> stored.get(file.fileId()), Collectors.toList())));
		return forms.answered(forms.of(service), dossier.answers(), byComponent, day).stream().map(this::page).toList();
	}

	private InboxItem.AnsweredInWords page(AnsweredPage page) {
		return new InboxItem.AnsweredInWords(page.page().title().vi(), page.rows().stream().filter(row -> !row.lines().isEmpty())
			.map(row -> new InboxItem.Answer(row.label().vi(), row.lines().stream().map(this::line).collect(Collectors.joining("; ")))).toList());
	}

	private String line(Line line) {
		return switch (line) {
			case Line.Words words -> words.words().vi();
			case Line.Date date -> date.date().toString();
			case Line.Number number -> String.valueOf(number.number());
			case Line.Money money -> String.valueOf(money.amountVnd());
			case Line.YesNo answer -> messages.text(VIETNAMESE, answer.yes() ? "exchange.yes" : "exchange.no", Map.of());
		};
	}

	private static String moment(Instant moment) {
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(Page.ZONE));
	}

}
