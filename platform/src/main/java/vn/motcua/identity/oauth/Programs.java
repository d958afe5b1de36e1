package vn.motcua.identity.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Programs at people's that may ask for tokens, as administrators keep them: added, revoked; each written down. Systems of agencies are the exchange's. */
@Service
public class Programs {

	/** What a program may ask a person for. */
	public static final List<String> PERSON_SCOPES = List.of("openid", "profile", "dossier");

	private static final int MOST_ADDRESSES = 5;

	private final ProgramStore store;

	private final LiveTokens tokens;

	private final AuditTrail audit;

	Programs(ProgramStore store, LiveTokens tokens, AuditTrail audit) {
		this.store = store;
		this.tokens = tokens;
		this.audit = audit;
	}

	/** A program to be added. */
	public record NewProgram(String clientId, String name, List<String> redirectUris, List<String> scopes) {
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
		if (!SystemPrograms.isClientId(program.clientId())) {
			problems.put("ma", "identity.client-id");
		}
		if (program.name().isBlank() || program.name().strip().length() > 100 || program.name().chars().anyMatch(Character::isISOControl)) {
			problems.put("ten", "identity.client-name");
		}
		if (program.redirectUris().isEmpty() || program.redirectUris().size() > MOST_ADDRESSES
				|| !program.redirectUris().stream().allMatch(Programs::safeAddress)) {
			problems.put("diaChi", "identity.client-address");
		}
		if (program.scopes().isEmpty() || !PERSON_SCOPES.containsAll(program.scopes())) {
			problems.put("phamVi", "identity.client-scope");
		}
		return problems;
	}

	@Transactional
	public UUID add(Actor administrator, NewProgram program) {
		if (!problems(program).isEmpty()) {
			throw new IllegalArgumentException("check the program before it is added");
		}
		UUID id = store.insert(program).orElseThrow(() -> new ProblemException(IdentityProblem.CLIENT_EXISTS));
		write(administrator, AuditAction.CLIENT_ADDED, program.clientId() + " " + String.join(" ", program.scopes()));
		return id;
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

}
