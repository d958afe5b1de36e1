package vn.motcua.dossier.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.OwnSystem;
import vn.motcua.dossier.OwnSystems;
import vn.motcua.dossier.Prospect;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Forms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Checks what is handed in and makes the first event of a dossier out of it. Nothing incomplete gets a code. */
@Component
class Intake {

	private final Catalogue catalogue;

	private final Offers offers;

	private final Forms forms;

	private final CompetentAgency competent;

	private final DossierCodes codes;

	private final Holders holders;

	private final OwnSystems systems;

	Intake(Catalogue catalogue, Offers offers, Forms forms, CompetentAgency competent, DossierCodes codes, Holders holders,
			OwnSystems systems) {
		this.catalogue = catalogue;
		this.offers = offers;
		this.forms = forms;
		this.competent = competent;
		this.codes = codes;
		this.holders = holders;
		this.systems = systems;
	}

	/** @param agency {@code null} when the answers lead to none */
	record Checked(List<FieldProblem> problems, ObjectNode answers, Assessment assessment, @Nullable Agency agency) {
	}

	Checked check(Filing filing, LocalDate on) {
		ServiceVersion service = filing.service();
		FormDefinition form = forms.of(service);
		List<FieldProblem> problems = new ArrayList<>();
		forms.check(form, filing.answers(), on).forEach(problem -> problems.add(new FieldProblem("/answers" + problem.pointer(), problem.code(), problem.values())));
		ObjectNode answers = forms.complete(form, filing.answers(), on);
		Prospect prospect = prospect(service, answers, filing.channel(), filing.desk(), on);
		Assessment assessment = prospect.assessment();
		for (Assessment.AskedComponent asked : assessment.components()) {
			if (asked.required() && !filing.has(asked.component().id())) {
				problems.add(new FieldProblem("/files/" + asked.component().id(), "dossier.file-required", Map.of("name", asked.component().name().vi())));
			}
		}
		problems.addAll(filing.signatures().missing());
		Agency agency = prospect.agency();
		if (problems.isEmpty() && (assessment.caseId() == null || assessment.timeLimit() == null)) {
			problems.add(FieldProblem.of("/answers", "dossier.no-case"));
		}
		if (problems.isEmpty() && agency == null) {
			problems.add(FieldProblem.of(CompetentAgency.pointer(service.handling()), "dossier.no-agency"));
		}
		return new Checked(List.copyOf(problems), answers, assessment, agency);
	}

	/** The agency that the answers lead to, and what the service asks and promises by its terms. */
	Prospect prospect(ServiceVersion service, ObjectNode answers, Channel channel, @Nullable AgencyId desk, LocalDate on) {
		Optional<Agency> agency = competent.find(service.handling(), answers, desk, on);
		Offer offer = agency.flatMap(found -> offers.find(service.code(), found.id(), on)).orElse(null);
		return new Prospect(agency.orElse(null), offer, catalogue.assess(service, answers, channel, on, offer));
	}

	Prospect prospect(ServiceVersion service, ObjectNode answers, LocalDate on) {
		return prospect(service, forms.complete(forms.of(service), answers, on), Channel.ONLINE, null, on);
	}

	/** What an officer enters at the desk here is handled here. */
	private @Nullable OwnSystem ownSystem(Filing filing, Agency agency, LocalDate day) {
		return filing.desk() != null ? null : systems.find(agency.id(), filing.service().code(), day).orElse(null);
	}

	/** The first event of a new dossier; refused with every problem when something is missing. */
	DossierEvent submitted(Filing filing, Actor actor, Instant at) {
		LocalDate day = LocalDate.ofInstant(at, ProcessingDeadline.ZONE);
		Checked checked = check(filing, day);
		if (!checked.problems().isEmpty()) {
			throw new ProblemException(DossierProblem.INCOMPLETE, checked.problems());
		}
		Agency agency = Objects.requireNonNull(checked.agency());
		Assessment assessment = checked.assessment();
		Details.Submitted detail = new Details.Submitted(filing.service().code().value(), filing.service().id(), Objects.requireNonNull(assessment.caseId()),
				Objects.requireNonNull(assessment.timeLimit()), filing.applicant(), filing.birthDate(), checked.answers(), filing.files(),
				filing.paperComponents(), assessment.fees(), holders.receiving(at), filing.draft(),
				filing.signatures().signed().isEmpty() ? null : filing.signatures().signed(), ownSystem(filing, agency, day));
		return new DossierEvent(0, codes.next(agency, day), 1, DossierEvent.Type.SUBMITTED, DossierStatus.SUBMITTED, at, at, actor.kind(), actor.account(),
				actor.name(), agency.id(), filing.channel(), null, LedgerJson.object(detail));
	}

}
