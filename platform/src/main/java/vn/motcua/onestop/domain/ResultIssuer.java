package vn.motcua.onestop.domain;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import vn.motcua.form.paper.ResultFacts;
import vn.motcua.kernel.Actor;
import vn.motcua.onestop.DossierPapers.Proposal;
import vn.motcua.site.Page;
import vn.motcua.site.PublicAddress;

/**
 * Makes the result of a dossier: the bundle's template as PDF, signed by the competent person and by the agency (Decree
 * 30/2020/NĐ-CP), with the address of its verification page as a QR code. Made before the transaction that records it, so
 * that no row is held while it is drawn; a result that was never recorded is known to nobody.
 */
@Component
class ResultIssuer implements ResultDocuments {

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
		String xhtml = words.filled(facts(dossier, agency, signer, content), dossier, service);
		return store(signed(documents.pdf(xhtml), agency, signer), content.number()).id();
	}

	private Agency agency(DossierView dossier, Actor signer, LocalDate on) {
		return agencies.get(Stewards.acting(signer.agency(), dossier.summary().agency()), on);
	}

	private ResultFacts facts(DossierView dossier, Agency agency, Actor signer, Content content) {
		ResultFacts.Signing signing = new ResultFacts.Signing(agency.fullName().vi(), words.position(agency), signer.name(), content.signedOn());
		ResultFacts.Filed filed = new ResultFacts.Filed(dossier.summary().code().value(), dossier.summary().applicantName(),
				LocalDate.ofInstant(dossier.summary().submittedAt(), Page.ZONE), dossier.feesVnd());
		return new ResultFacts(content.number(), content.granted(), content.opinion(), signing, filed, documents.qrDataUri(address.of("/xac-thuc/" + content.token())));
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
