package vn.motcua.onestop.domain;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.ResultDocuments;
import vn.motcua.dossier.Results;
import vn.motcua.file.Documents;
import vn.motcua.file.Files;
import vn.motcua.file.Signatures;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.Actor;
import vn.motcua.onestop.DossierPapers.Proposal;
import vn.motcua.site.Page;

/**
 * Makes the result of a dossier: the bundle's template as PDF, signed by the competent person and by the agency (Decree
 * 30/2020/NĐ-CP), with the address of its verification page as a QR code. Made before the transaction that records it, so
 * that no row is held while it is drawn; a result that was never recorded is known to nobody.
 */
@Component
class ResultIssuer implements ResultDocuments {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private final Catalogue catalogue;

	private final Agencies agencies;

	private final ResultWords words;

	private final Results tokens;

	private final PaperStore papers;

	private final RunningNumbers numbers;

	private final Documents documents;

	private final Signatures signatures;

	private final Files files;

	private final Clock clock;

	private final PublicAddress address;

	ResultIssuer(Catalogue catalogue, Agencies agencies, ResultWords words, Results tokens, PaperStore papers, RunningNumbers numbers, Documents documents, Signatures signatures,
			Files files, Clock clock, PublicAddress address) {
		this.catalogue = catalogue;
		this.agencies = agencies;
		this.words = words;
		this.tokens = tokens;
		this.papers = papers;
		this.numbers = numbers;
		this.documents = documents;
		this.signatures = signatures;
		this.files = files;
		this.clock = clock;
		this.address = address;
	}

	/** A result ready to be recorded. */
	record Issued(DossierStep.Complete step) {
	}

	Issued prepare(DossierView dossier, Actor signer) {
		Proposal proposal = papers.proposal(dossier.summary().code());
		String number = numbers.resultNumber(agency(dossier, signer, today()).id(), dossier.summary().service());
		String token = tokens.newToken(dossier.summary().code());
		boolean granted = proposal == null || proposal.granted();
		UUID file = draw(dossier, new Content(number, token, granted, proposal == null ? "" : proposal.opinion(), today()), signer);
		return new Issued(new DossierStep.Complete(file, number, granted, proposal == null ? null : proposal.opinion(), token));
	}

	@Override
	public UUID draw(DossierView dossier, Content content, Actor signer) {
		ServiceVersion service = catalogue.get(dossier.serviceVersion());
		Agency agency = agency(dossier, signer, content.signedOn());
		String xhtml = words.filled(content.granted() && service.resultTemplate() != null ? service.resultTemplate() : ResultWords.standard(), dossier, service,
				facts(dossier, service, agency, signer, content));
		return store(signed(documents.pdf(xhtml), agency, signer), content.number()).id();
	}

	private Agency agency(DossierView dossier, Actor signer, LocalDate on) {
		return agencies.get(Stewards.acting(signer.agency(), dossier.summary().agency()), on);
	}

	private Map<String, String> facts(DossierView dossier, ServiceVersion service, Agency agency, Actor signer, Content content) {
		Map<String, String> facts = new HashMap<>();
		facts.put("number", content.number());
		facts.put("signed_on", DAY.format(content.signedOn()));
		facts.put("agency", agency.fullName().vi());
		facts.put("signer", signer.name());
		facts.put("position", words.position(agency));
		facts.put("code", dossier.summary().code().value());
		facts.put("qr", documents.qrDataUri(address.of("/xac-thuc/" + content.token())));
		facts.put("service", service.name().vi());
		facts.put("applicant", dossier.summary().applicantName());
		facts.put("submitted_on", DAY.format(LocalDate.ofInstant(dossier.summary().submittedAt(), Page.ZONE)));
		facts.put("result", content.granted() ? service.results().isEmpty() ? service.name().vi() : service.results().getFirst().name().vi() : words.refusalTitle());
		facts.put(content.granted() ? "granted" : "refused", "1");
		facts.put("fees", String.format(java.util.Locale.of("vi", "VN"), "%,d đồng", dossier.feesVnd()));
		facts.put("opinion", content.opinion());
		return facts;
	}

	private byte[] signed(byte[] pdf, Agency agency, Actor signer) {
		return signatures.sign(pdf, new Signatures.Signer(signer.account(), signer.name(), words.position(agency), agency.id(), agency.fullName().vi()),
				words.reason());
	}

	private StoredFile store(byte[] pdf, String number) {
		return files.store(new ByteArrayInputStream(pdf), "ket-qua-" + number.replace('/', '-') + ".pdf", Files.Acceptance.ANY);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(Instant.now(clock), Page.ZONE);
	}

}
