package vn.motcua.identity.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Programs that may ask for tokens, as administrators keep them: added, given a new secret, revoked; each written down. */
@Service
public class Programs {

	/** What an agency's own system may ask for. */
	public static final List<String> SYSTEM_SCOPES = List.of("sync");

	/** What a program may ask a person for. */
	public static final List<String> PERSON_SCOPES = List.of("openid", "profile", "dossier");

	private static final int MOST_ADDRESSES = 5;

	private static final int SECRET_BYTES = 32;

	private final ProgramStore store;

	private final LiveTokens tokens;

	private final AuditTrail audit;

	private final SecureRandom random = new SecureRandom();

	private final BCryptPasswordEncoder hash = new BCryptPasswordEncoder();

	Programs(ProgramStore store, LiveTokens tokens, AuditTrail audit) {
		this.store = store;
		this.tokens = tokens;
		this.audit = audit;
	}

	/**
	 * A program to be added.
	 *
	 * @param system an agency's own with a secret; else one that runs at a person's
	 * @param agency what a system acts for
	 */
	public record NewProgram(String clientId, String name, boolean system, @Nullable Integer agency, List<String> redirectUris, List<String> scopes) {
	}

	/** @param secret the only moment it can be read; {@code null} for a program that has none */
	public record Added(UUID id, @Nullable String secret) {
	}

	public List<Program> all() {
		return store.all();
	}

	public Program get(UUID id) {
		return store.find(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	/** What is wrong with it, by field; empty when it can be added. */
	public Map<String, String> problems(NewProgram program) {
		Map<String, String> problems = new LinkedHashMap<>();
		if (!program.clientId().matches("[a-z][a-z0-9-]{2,59}")) {
			problems.put("ma", "identity.client-id");
		}
		if (program.name().isBlank() || program.name().strip().length() > 100 || program.name().chars().anyMatch(Character::isISOControl)) {
			problems.put("ten", "identity.client-name");
		}
		if (program.system() && program.agency() == null) {
			problems.put("coQuan", "identity.agency");
		}
		if (!program.system() && (program.redirectUris().isEmpty() || program.redirectUris().size() > MOST_ADDRESSES
				|| !program.redirectUris().stream().allMatch(Programs::safeAddress))) {
			problems.put("diaChi", "identity.client-address");
		}
		List<String> known = program.system() ? SYSTEM_SCOPES : PERSON_SCOPES;
		if (program.scopes().isEmpty() || !known.containsAll(program.scopes())) {
			problems.put("phamVi", "identity.client-scope");
		}
		return problems;
	}

	@Transactional
	public Added add(Actor administrator, NewProgram program) {
		if (!problems(program).isEmpty()) {
			throw new IllegalArgumentException("check the program before it is added");
		}
		String secret = program.system() ? secret() : null;
		UUID id = store.insert(program, secret == null ? null : hashed(secret))
			.orElseThrow(() -> new ProblemException(IdentityProblem.CLIENT_EXISTS));
		write(administrator, AuditAction.CLIENT_ADDED, program.clientId() + " " + String.join(" ", program.scopes()));
		return new Added(id, secret);
	}

	/** A new secret; the old one and every token it brought end at once. */
	@Transactional
	public String rotate(Actor administrator, UUID id) {
		Program program = get(id);
		String secret = secret();
		if (!program.system() || program.disabledAt() != null || !store.changeSecret(id, hashed(secret))) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		tokens.end(id);
		write(administrator, AuditAction.CLIENT_SECRET_CHANGED, program.clientId());
		return secret;
	}

	/** The program gets no tokens any more and those it has end; for ever, its name stays taken. */
	@Transactional
	public void revoke(Actor administrator, UUID id) {
		Program program = get(id);
		if (store.disable(id)) {
			tokens.end(id);
			write(administrator, AuditAction.CLIENT_REVOKED, program.clientId());
		}
	}

	/** Encrypted, or on the person's own machine (RFC 8252, 7.3); nothing after a #. */
	private static boolean safeAddress(String address) {
		try {
			URI uri = new URI(address);
			boolean loopback = "http".equals(uri.getScheme()) && Set.of("127.0.0.1", "[::1]").contains(Optional.ofNullable(uri.getHost()).orElse(""));
			return address.length() <= 300 && uri.getHost() != null && uri.getFragment() == null && uri.getUserInfo() == null
					&& ("https".equals(uri.getScheme()) || loopback);
		}
		catch (URISyntaxException noAddress) {
			return false;
		}
	}

	private void write(Actor administrator, AuditAction action, String object) {
		audit.record(new AccessRecord(administrator, action, object, null, "audit.purpose.administration"));
	}

	private String secret() {
		byte[] bytes = new byte[SECRET_BYTES];
		random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private String hashed(String secret) {
		return "{bcrypt}" + hash.encode(secret);
	}

}
