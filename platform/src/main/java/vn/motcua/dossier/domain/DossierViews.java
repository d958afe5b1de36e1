package vn.motcua.dossier.domain;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Tracking;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;

/** What others see of a state: names of the service and the agency put in, as they were on the day the dossier was received. */
@Component
class DossierViews {

	private final Catalogue catalogue;

	private final Agencies agencies;

	private final OwnNumberStore numbers;

	DossierViews(Catalogue catalogue, Agencies agencies, OwnNumberStore numbers) {
		this.catalogue = catalogue;
		this.agencies = agencies;
		this.numbers = numbers;
	}

	DossierSummary summary(DossierState state) {
		DossierState.Origin origin = state.origin();
		DossierState.Moments moments = state.moments();
		return new DossierSummary(state.code(), new ProcedureCode(origin.service()), serviceName(state), origin.agency(), agencyName(state), state.status(),
				origin.channel(), origin.applicant().name(), moments.submittedAt(), moments.acceptedAt(), moments.dueAt(), moments.completedAt(), state.holder());
	}

	DossierView view(DossierState state, ObjectNode answers) {
		DossierState.Origin origin = state.origin();
		DossierState.Applicant applicant = origin.applicant();
		DossierState.Handed handed = state.handed();
		return new DossierView(summary(state), state.version(), origin.serviceVersion(), origin.caseId(), applicant.account(), applicant.subject(),
				applicant.phone(), applicant.email(), answers, handed.files(), handed.paperComponents(), handed.fees(), handed.feesVnd(), state.paidVnd(),
				state.supplements(), state.result(), elsewhere(state));
	}

	private DossierView.@Nullable Elsewhere elsewhere(DossierState state) {
		return state.synced() == null ? null : new DossierView.Elsewhere(state.origin().ownSystem(), numbers.of(state.code()).orElse(null));
	}

	LocalizedText serviceName(DossierState state) {
		return catalogue.get(state.origin().serviceVersion()).name();
	}

	LocalizedText agencyName(DossierState state) {
		AgencyId agency = state.origin().agency();
		LocalDate received = state.code().receivedOn();
		return agencies.get(agency, received).fullName();
	}

	/** Share of the way that lies behind the dossier, in per cent; an ended dossier is at its end. */
	static Tracking tracking(DossierState state) {
		int progress = switch (state.status()) {
			case SUBMITTED -> 10;
			case ACCEPTED -> 25;
			case PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED -> 50;
			case COMPLETED -> 90;
			case REFUSED, WITHDRAWN, STOPPED, RETURNED -> 100;
		};
		return new Tracking(state.code(), state.status(), progress);
	}

}
