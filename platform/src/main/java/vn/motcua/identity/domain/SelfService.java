package vn.motcua.identity.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.identity.Account;
import vn.motcua.identity.IdentityProblem;
import vn.motcua.identity.domain.OneTimeCodes.Purpose;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** What people do before they are signed in: register, and get back in after forgetting the password. */
@Service
public class SelfService {

	/** Codes of provinces in personal numbers are those of before 01/07/2025, for ever. */
	private static final LocalDate PROVINCES_OF = LocalDate.of(2020, 1, 1);

	private final Registration registration;

	private final AccountStore accounts;

	private final OneTimeCodes codes;

	private final Passwords passwords;

	private final OwnAccount own;

	private final Agencies agencies;

	private final JsonMapper json;

	private final Clock clock;

	SelfService(Registration registration, AccountStore accounts, OneTimeCodes codes, Passwords passwords, OwnAccount own, Agencies agencies,
			JsonMapper json, Clock clock) {
		this.registration = registration;
		this.accounts = accounts;
		this.codes = codes;
		this.passwords = passwords;
		this.own = own;
		this.agencies = agencies;
		this.json = json;
		this.clock = clock;
	}

	public Map<String, String> problems(Applicant applicant) {
		return applicant.problems(LocalDate.now(clock.withZone(Page.ZONE)),
				province -> agencies.findByCode(Agency.Level.PROVINCE, province, PROVINCES_OF).isPresent());
	}

	/** Keeps the registration, the password already hashed, until the code from the phone comes. */
	public UUID begin(Applicant applicant, String address, String language) {
		codes.allow(applicant.phone(), address);
		if (accounts.findBySubject(applicant.number()).isPresent()) {
			throw new ProblemException(IdentityProblem.ALREADY_REGISTERED);
		}
		NewAccount account = new NewAccount(Actor.Kind.CITIZEN, applicant.number(), applicant.fullName(), applicant.number(), applicant.born().orElseThrow(),
				applicant.sex(), applicant.phone(), null, null, null, Account.Assurance.BASIC, passwords.hash(applicant.password()));
		return codes.send(Purpose.REGISTER, applicant.phone(), null, json.writeValueAsBytes(account), language);
	}

	/** The new account, told from now on in the language it was made in, or empty when the code does not do. */
	@Transactional(noRollbackFor = ProblemException.class)
	public Optional<UUID> confirm(UUID request, String code, String language) {
		Optional<UUID> account = codes.prove(request, Purpose.REGISTER, code).map(proven -> registration.open(json.readValue(proven.payload(), NewAccount.class)));
		account.ifPresent(id -> accounts.changeLanguage(id, language));
		return account;
	}

	/** Sends a code to the phone of the account; the answer is the same when there is none. */
	public UUID forgotten(String name, String address, String language) {
		String login = name.strip().toLowerCase(Locale.ROOT);
		codes.allow("reset:" + login, address);
		Optional<AccountStore.Credentials> known = accounts.credentials(login).filter(account -> account.phone() != null);
		return known.map(account -> codes.send(Purpose.RESET, account.phone(), account.id(), null, language)).orElseGet(() -> codes.pretend(Purpose.RESET));
	}

	/** Code of the rule a new password breaks, as far as it can be told before the code is checked. */
	public Optional<String> broken(String password) {
		return PasswordRule.broken(password, Arrays.asList());
	}

	/** The account whose password is now the new one, or empty when the code does not do. */
	@Transactional(noRollbackFor = ProblemException.class)
	public Optional<UUID> reset(UUID request, String code, String password) {
		Optional<UUID> account = codes.prove(request, Purpose.RESET, code).map(OneTimeCodes.Proven::account);
		account.ifPresent(id -> own.changePassword(id, password));
		return account;
	}

}
