package vn.motcua.identity.domain;

import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.identity.IdentityProblem;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.PersonalNumber;
import vn.motcua.kernel.problem.ProblemException;

/** Makes accounts: the one way in for people who register, for officers an administrator enters and for the demo cast. */
@Service
public class Registration {

	private final AccountStore accounts;

	Registration(AccountStore accounts) {
		this.accounts = accounts;
	}

	/** The new account; refused when the login, personal number or tax code has one. */
	@Transactional
	public UUID open(NewAccount account) {
		if (account.kind() == Actor.Kind.CITIZEN) {
			requireConsistent(account);
		}
		return accounts.insert(account).orElseThrow(() -> new ProblemException(IdentityProblem.ALREADY_REGISTERED));
	}

	/** The number says the year of birth and the sex; whoever checked the form has told the person already. */
	private static void requireConsistent(NewAccount account) {
		PersonalNumber number = new PersonalNumber(account.subject());
		if (account.birthDate() == null || !number.agreesWith(account.birthDate()) || number.female() != "female".equals(account.sex())) {
			throw new IllegalArgumentException("personal number, birth date and sex do not agree");
		}
	}

}
