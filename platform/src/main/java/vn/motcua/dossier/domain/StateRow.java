package vn.motcua.dossier.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;

/** A row of {@code dossier.dossier}: the columns that queries need, and the rest as JSON. */
record StateRow(LocalDate receivedOn, String code, int version, int status, int agency, String service, long serviceVersion, String caseId,
		int channel, @Nullable UUID applicantAccount, @Nullable String applicantSubject, String applicantName, Instant submittedAt,
		@Nullable Instant acceptedAt, @Nullable Instant dueAt, @Nullable Instant pausedAt, @Nullable Instant completedAt,
		@Nullable Instant endedAt, @Nullable UUID holderOwner, @Nullable String holderRole, @Nullable Instant stepDueAt,
		@Nullable String verificationToken, ObjectNode detail) {

	static final String COLUMNS = """
			received_on, code, version, status, agency, service, service_version, case_id, channel, applicant_account, applicant_subject, \
			applicant_name, submitted_at, accepted_at, due_at, paused_at, completed_at, ended_at, holder_owner, holder_role, step_due_at, \
			verification_token, detail""";

	static StateRow of(DossierState state) {
		DossierState.Origin origin = state.origin();
		DossierState.Moments moments = state.moments();
		Details.Rest rest = new Details.Rest(origin.limit(), origin.applicant().phone(), origin.applicant().email(), state.handed().files(),
				state.handed().paperComponents(), state.handed().fees(), state.paidVnd(), moments.rescheduled(), state.holder(), state.holderBefore(),
				state.supplements(), state.result(), state.synced(), origin.ownSystem());
		return new StateRow(state.code().receivedOn(), state.code().value(), state.version(), state.status().number(), origin.agency().value(),
				origin.service(), origin.serviceVersion(), origin.caseId(), origin.channel().number(), origin.applicant().account(),
				origin.applicant().subject(), origin.applicant().name(), moments.submittedAt(), moments.acceptedAt(), moments.dueAt(),
				moments.pausedAt(), moments.completedAt(), moments.endedAt(), state.holder() == null ? null : state.holder().owner(),
				state.holder() == null ? null : state.holder().role(), state.holder() == null ? null : state.holder().stepDueAt(),
				state.result() == null ? null : state.result().verificationToken(), LedgerJson.object(rest));
	}

	DossierState state() {
		Details.Rest rest = LedgerJson.read(detail, Details.Rest.class);
		DossierState.Applicant applicant = new DossierState.Applicant(applicantAccount, applicantSubject, applicantName, rest.phone(), rest.email());
		DossierState.Origin origin = new DossierState.Origin(service, serviceVersion, caseId, rest.limit(), new AgencyId(agency),
				EventRows.channel(channel), applicant, rest.ownSystem());
		DossierState.Moments moments = new DossierState.Moments(submittedAt, acceptedAt, dueAt, pausedAt, completedAt, endedAt, rest.rescheduled());
		DossierState.Handed handed = new DossierState.Handed(rest.files(), rest.paperComponents(), rest.fees());
		return new DossierState(new DossierCode(code), version, DossierStatus.of(status), origin, moments, handed, rest.paidVnd(), rest.holder(),
				rest.holderBefore(), rest.supplements(), rest.result(), rest.synced());
	}

	static StateRow read(ResultSet row, int number) throws SQLException {
		return new StateRow(row.getObject("received_on", LocalDate.class), row.getString("code"), row.getInt("version"), row.getInt("status"),
				row.getInt("agency"), row.getString("service"), row.getLong("service_version"), row.getString("case_id"), row.getInt("channel"),
				row.getObject("applicant_account", UUID.class), row.getString("applicant_subject"), row.getString("applicant_name"),
				EventRows.moment(row, "submitted_at"), EventRows.momentOrNull(row, "accepted_at"), EventRows.momentOrNull(row, "due_at"),
				EventRows.momentOrNull(row, "paused_at"), EventRows.momentOrNull(row, "completed_at"), EventRows.momentOrNull(row, "ended_at"),
				row.getObject("holder_owner", UUID.class), row.getString("holder_role"), EventRows.momentOrNull(row, "step_due_at"),
				row.getString("verification_token"), LedgerJson.readObject(row.getString("detail")));
	}

	/** Values in the order of {@link #COLUMNS}, for statements. */
	Object[] values() {
		return new Object[] { receivedOn, code, version, status, agency, service, serviceVersion, caseId, channel, applicantAccount, applicantSubject,
				applicantName, EventRows.utc(submittedAt), EventRows.utc(acceptedAt), EventRows.utc(dueAt), EventRows.utc(pausedAt),
				EventRows.utc(completedAt), EventRows.utc(endedAt), holderOwner, holderRole, EventRows.utc(stepDueAt), verificationToken,
				detail.toString() };
	}

	/** This row with its JSON as the database gives it back, so that rows can be compared. */
	StateRow asStored() {
		return new StateRow(receivedOn, code, version, status, agency, service, serviceVersion, caseId, channel, applicantAccount, applicantSubject, applicantName,
				submittedAt, acceptedAt, dueAt, pausedAt, completedAt, endedAt, holderOwner, holderRole, stepDueAt, verificationToken,
				LedgerJson.readObject(detail.toString()));
	}

	/** Names of the columns in which another row of the same dossier differs. */
	String difference(StateRow other) {
		String[] columns = COLUMNS.split(", ");
		Object[] mine = values();
		Object[] theirs = other.values();
		StringBuilder names = new StringBuilder();
		for (int i = 0; i < columns.length; i++) {
			boolean same = columns[i].equals("detail") ? detail.equals(other.detail) : java.util.Objects.equals(mine[i], theirs[i]);
			names.append(same ? "" : names.isEmpty() ? columns[i] : ", " + columns[i]);
		}
		return names.append(" differ").toString();
	}

}
