package vn.motcua.exchange.participant;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.agency.Agencies;
import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participant.Contact;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.Participant.Quota;
import vn.motcua.exchange.Participant.State;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** What agencies and the centre do with systems: registered, decided on by another person, given keys, suspended, ended; each written down. */
@Service
public class Registrations {

	/** How long the key before goes on beside a new one. */
	public static final Duration GRACE = Duration.ofDays(14);

	private final ParticipantStore store;

	private final SystemPrograms programs;

	private final Agencies agencies;

	private final AuditTrail audit;

	private final Clock clock;

	Registrations(ParticipantStore store, SystemPrograms programs, Agencies agencies, AuditTrail audit, Clock clock) {
		this.store = store;
		this.programs = programs;
		this.agencies = agencies;
		this.audit = audit;
		this.clock = clock;
	}

	/** Those that an actor sees: of its agency and those under it, or all for whoever approves; by client id. */
	public List<Participant> visible(Actor actor) {
		return store.all().stream().filter(participant -> sees(actor, participant.agency())).toList();
	}

	/** @throws ProblemException not found, also for another agency's */
	public Participant get(Actor actor, UUID id) {
		return store.find(id).filter(participant -> sees(actor, participant.agency())).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	/** Whether a system of that agency is the actor's business. */
	public boolean sees(Actor actor, AgencyId agency) {
		return actor.may(Permission.SYSTEM_APPROVE) || under(actor.agency(), agency);
	}

	/** Whether the actor keeps the keys of systems of that agency. */
	public boolean keeps(Actor actor, AgencyId agency) {
		return under(actor.agency(), agency);
	}

	private boolean under(@Nullable AgencyId above, AgencyId agency) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		return above != null && (above.equals(agency) || agencies.withAncestors(agency, today).stream().anyMatch(unit -> unit.id().equals(above)));
	}

	@Transactional
	public UUID register(Actor actor, String clientId, AgencyId agency, Profile profile) {
		if (!under(actor.agency(), agency)) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		programs.add(clientId, profile.name(), agency);
		UUID id = SystemPrograms.account(clientId);
		if (!store.insert(id, clientId, agency, profile, new Quota(0, 0), actor)) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		write(actor, AuditAction.PARTICIPANT_REGISTERED, clientId);
		return id;
	}

	/**
	 * By somebody else than who registered it.
	 * @param reports whether it may deliver figures of reports, where its agency asked for that
	 */
	@Transactional
	public void approve(Actor actor, UUID id, Quota quota, boolean reports) {
		Participant participant = get(actor, id);
		if (participant.course().registeredBy().equals(actor.account())) {
			throw new ProblemException(ExchangeProblem.OWN_REGISTRATION);
		}
		decide(actor, participant, State.REGISTERED, State.APPROVED, quota, null);
		if (participant.profile().reports() && reports) {
			programs.allowReporting(participant.clientId());
			write(actor, AuditAction.PARTICIPANT_DECIDED, participant.clientId() + " reporting");
		}
		else {
			store.noReports(id);
		}
		programs.resume(participant.clientId());
	}

	@Transactional
	public void refuse(Actor actor, UUID id, String reason) {
		decide(actor, get(actor, id), State.REGISTERED, State.REFUSED, new Quota(0, 0), reason);
	}

	/** At once: every call is refused from the next one on, tokens that were given end. */
	@Transactional
	public void suspend(Actor actor, UUID id, String reason) {
		Participant participant = get(actor, id);
		decide(actor, participant, State.APPROVED, State.SUSPENDED, participant.quota(), reason);
		programs.suspend(participant.clientId());
	}

	@Transactional
	public void resume(Actor actor, UUID id) {
		Participant participant = get(actor, id);
		decide(actor, participant, State.SUSPENDED, State.APPROVED, participant.quota(), null);
		programs.resume(participant.clientId());
	}

	/** For ever; its name stays taken. */
	@Transactional
	public void end(Actor actor, UUID id, String reason) {
		Participant participant = get(actor, id);
		decide(actor, participant, participant.state(), State.ENDED, participant.quota(), reason);
		programs.close(participant.clientId());
	}

	@Transactional
	public void quota(Actor actor, UUID id, Quota quota) {
		Participant participant = get(actor, id);
		decide(actor, participant, State.APPROVED, State.APPROVED, quota, null);
	}

	/** Name and contact; what it may do is registered anew. */
	@Transactional
	public void contact(Actor actor, UUID id, String name, Contact contact) {
		Participant participant = own(actor, id);
		store.contact(id, name, contact);
		write(actor, AuditAction.PARTICIPANT_CHANGED, participant.clientId() + " contact");
	}

	/** The secret, the only moment it can be read. */
	@Transactional
	public String addKey(Actor actor, UUID id) {
		Participant participant = own(actor, id);
		String secret = programs.addSecret(participant.clientId(), GRACE);
		write(actor, AuditAction.CLIENT_SECRET_CHANGED, participant.clientId() + " +");
		return secret;
	}

	@Transactional
	public void endKey(Actor actor, UUID id, UUID key) {
		Participant participant = own(actor, id);
		programs.endSecret(participant.clientId(), key);
		write(actor, AuditAction.CLIENT_SECRET_CHANGED, participant.clientId() + " -");
	}

	@Transactional
	public void bind(Actor actor, UUID id, List<String> certificates) {
		Participant participant = own(actor, id);
		programs.bind(participant.clientId(), certificates);
		write(actor, AuditAction.PARTICIPANT_CHANGED, participant.clientId() + " certificates " + certificates.size());
	}

	/** One that goes on and is of the actor's own agencies: whoever approves keeps no keys. */
	public Participant own(Actor actor, UUID id) {
		Participant participant = get(actor, id);
		if (!under(actor.agency(), participant.agency())) {
			throw new ProblemException(CommonProblem.FORBIDDEN);
		}
		if (participant.state() == State.ENDED || participant.state() == State.REFUSED) {
			throw new ProblemException(ExchangeProblem.ENDED);
		}
		return participant;
	}

	private void decide(Actor actor, Participant participant, State from, State to, Quota quota, @Nullable String reason) {
		if (from == State.ENDED || !store.decide(participant.id(), from, to, quota, reason, actor)) {
			throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
		}
		write(actor, AuditAction.PARTICIPANT_DECIDED, participant.clientId() + " " + to);
	}

	private void write(Actor actor, AuditAction action, String object) {
		audit.record(new AccessRecord(actor, action, object, null, "audit.purpose.administration"));
	}

}
