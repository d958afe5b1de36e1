package vn.motcua.identity.access;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

import vn.motcua.identity.domain.AccountRegistry;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.access.Permission;

/**
 * What a session keeps of who signed in. It begins at sign-in with a fresh identifier, ends after thirty idle minutes for
 * officers and twelve idle hours for citizens, and holds nothing but small values.
 */
@Component
public class SignedIn {

	private static final String ACCOUNT = "account";

	private static final String AGENCY = "agency";

	/** Set while an officer still has to set up the second factor: only the own account is open. */
	private static final String LIMITED = "limited";

	private static final String PENDING = "pending";

	private static final String SECRET = "secret";

	public static final String DEVICE = "device";

	private static final Duration OFFICER_IDLE = Duration.ofMinutes(30);

	private static final Duration CITIZEN_IDLE = Duration.ofHours(12);

	private static final Duration PENDING_IDLE = Duration.ofMinutes(5);

	private final AccountRegistry accounts;

	private final OpenSessions sessions;

	SignedIn(AccountRegistry accounts, OpenSessions sessions) {
		this.accounts = accounts;
		this.sessions = sessions;
	}

	/** The password was right; a code of the second factor has to follow within five minutes. */
	public void awaitSecondFactor(HttpServletRequest request, UUID account) {
		HttpSession session = fresh(request, PENDING_IDLE);
		session.setAttribute(PENDING, account.toString());
	}

	public Optional<UUID> awaiting(HttpServletRequest request) {
		return attribute(request, PENDING).map(UUID::fromString);
	}

	public void begin(HttpServletRequest request, UUID account, Actor.Kind kind, boolean limited) {
		HttpSession session = fresh(request, kind == Actor.Kind.OFFICER ? OFFICER_IDLE : CITIZEN_IDLE);
		session.setAttribute(ACCOUNT, account.toString());
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
		String device = request.getHeader("User-Agent");
		session.setAttribute(DEVICE, device == null ? "" : device.substring(0, Math.min(device.length(), 200)));
		if (limited) {
			session.setAttribute(LIMITED, "totp");
		}
		sessions.endOldest(account);
	}

	/** True while an officer who needs a second factor has none yet. */
	public boolean limited(HttpServletRequest request) {
		return attribute(request, LIMITED).isPresent();
	}

	/** Keeps the key of an authenticator until a code proves it. */
	public String keepSecret(HttpServletRequest request, String secret) {
		request.getSession(true).setAttribute(SECRET, secret);
		return secret;
	}

	public Optional<String> pendingSecret(HttpServletRequest request) {
		return attribute(request, SECRET);
	}

	/** The second factor is set up: everything the account may do is open. */
	public void secondFactorSet(HttpServletRequest request) {
		HttpSession session = request.getSession(true);
		session.removeAttribute(LIMITED);
		session.removeAttribute(SECRET);
	}

	public void end(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	/** Acts for another of the account's agencies from now on. */
	public void actFor(HttpServletRequest request, AgencyId agency) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.setAttribute(AGENCY, agency.value());
		}
	}

	Optional<Actor> actor(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) {
			return Optional.empty();
		}
		AgencyId agency = session.getAttribute(AGENCY) instanceof Integer number ? new AgencyId(number) : null;
		return accounts.findActor(UUID.fromString(account), agency).map(actor -> session.getAttribute(LIMITED) == null ? actor : limited(actor));
	}

	private static Actor limited(Actor actor) {
		return new Actor(actor.kind(), actor.account(), actor.name(), actor.subject(), actor.agency(), java.util.Set.of(Permission.OWN_DATA));
	}

	private static Optional<String> attribute(HttpServletRequest request, String name) {
		@Nullable HttpSession session = request.getSession(false);
		return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(name));
	}

	private static HttpSession fresh(HttpServletRequest request, Duration idle) {
		HttpSession old = request.getSession(false);
		if (old != null) {
			old.invalidate();
		}
		HttpSession session = request.getSession(true);
		session.setMaxInactiveInterval((int) idle.toSeconds());
		return session;
	}

}
