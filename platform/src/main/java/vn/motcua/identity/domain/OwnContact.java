package vn.motcua.identity.domain;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.domain.OneTimeCodes.Proven;
import vn.motcua.identity.domain.OneTimeCodes.Purpose;
import vn.motcua.kernel.Actor;

/** How the holder of an account can be reached. */
@Service
public class OwnContact {

	private final AccountStore accounts;

	private final AccountRegistry registry;

	private final OneTimeCodes codes;

	private final AuditTrail audit;

	OwnContact(AccountStore accounts, AccountRegistry registry, OneTimeCodes codes, AuditTrail audit) {
		this.accounts = accounts;
		this.registry = registry;
		this.codes = codes;
		this.audit = audit;
	}

	/** Empty words clear what was there; the commune stays. */
	@Transactional
	public void change(Actor actor, String email, String addressLine, String language) {
		accounts.changeContact(actor.account(), email.isEmpty() ? null : email, addressLine.isEmpty() ? null : addressLine, language);
		changed(actor);
	}

	public UUID askForCode(Actor actor, String phone, String address, String language) {
		codes.allow(phone, address);
		return codes.send(Purpose.PHONE, phone, actor.account(), null, language);
	}

	/** False when the code does not do, or was sent for somebody else. */
	@Transactional
	public boolean changePhone(Actor actor, UUID request, String code) {
		Optional<Proven> proven = codes.prove(request, Purpose.PHONE, code).filter(found -> actor.account().equals(found.account()));
		proven.ifPresent(found -> {
			accounts.changePhone(actor.account(), found.phone());
			changed(actor);
		});
		return proven.isPresent();
	}

	private void changed(Actor actor) {
		registry.changed(actor.account());
		audit.record(new AccessRecord(actor, AuditAction.ACCOUNT_CHANGED, "account", actor.subject(), "audit.purpose.self-service"));
	}

}
