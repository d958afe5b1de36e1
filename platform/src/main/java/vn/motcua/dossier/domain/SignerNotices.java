package vn.motcua.dossier.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.domain.SignerStore.SignerRow;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.notification.Message;
import vn.motcua.notification.Notifications;
import vn.motcua.site.PublicAddress;

/** Tells signers that they are asked, reminded or have to sign anew, and applicants that somebody signed. */
@Component
class SignerNotices {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ProcessingDeadline.ZONE);

	/** Somebody is told the same at most once in this time. */
	private static final long QUIET_SECONDS = 600;

	private final Notifications notifications;

	private final Accounts accounts;

	private final Clock clock;

	private final PublicAddress address;

	SignerNotices(Notifications notifications, Accounts accounts, Clock clock, PublicAddress address) {
		this.notifications = notifications;
		this.accounts = accounts;
		this.clock = clock;
		this.address = address;
	}

	/** To the e-mail the applicant gave, and to the account with the number they gave, once its papers are checked. */
	void invited(SignerRow row, ServiceVersion service, String applicant, String path, Instant until) {
		UUID account = row.subject() == null ? null : accounts.findBySubject(row.subject()).filter(owner -> owner.assurance() == Account.Assurance.VERIFIED).map(Account::id).orElse(null);
		send("invited", row, account, row.email(), values(service, applicant, path, until), path);
	}

	void reminded(SignerRow row, ServiceVersion service, String applicant, String path, Instant until) {
		send("reminded", row, row.account(), row.email(), values(service, applicant, path, until), path);
	}

	void voided(SignerRow row, ServiceVersion service) {
		String path = "/phan-ky/" + row.id();
		send("voided", row, row.account(), row.email(), values(service, row.name(), path, clock.instant()), path);
	}

	void signed(SignerRow row, ServiceVersion service, UUID applicant) {
		String path = "/ho-so/nhap/" + row.draft() + "/nguoi-ky";
		send("signed", row, applicant, null, values(service, row.accountName() == null ? row.name() : row.accountName(), path, clock.instant()), path);
	}

	private void send(String what, SignerRow row, @Nullable UUID account, @Nullable String email, Map<String, String> values, String path) {
		if (account != null || email != null) {
			String key = "signer:" + row.id() + ":" + what + ":" + clock.instant().getEpochSecond() / QUIET_SECONDS;
			notifications.send(new Message(key, account, null, email, "dossier.signer." + what, values, path));
		}
	}

	private Map<String, String> values(ServiceVersion service, String who, String path, Instant until) {
		Map<String, String> values = new HashMap<>();
		values.put("service", service.name().vi());
		values.put("serviceEn", service.name().en());
		values.put("who", who);
		values.put("link", address.of(path));
		values.put("until", DAY.format(until));
		return values;
	}

}
