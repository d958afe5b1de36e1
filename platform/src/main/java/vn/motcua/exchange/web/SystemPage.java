package vn.motcua.exchange.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.SyncCall;
import vn.motcua.exchange.participant.Quotas.Use;
import vn.motcua.identity.SystemPrograms.Secret;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.component.Status;

/**
 * One connected system.
 *
 * @param reach names of the agencies it speaks for
 * @param keeps whether the reader keeps its keys
 * @param decides whether the reader decides on it
 * @param secret a new key, on the one page that shows it
 */
public record SystemPage(Participant system, LocalizedText agency, List<LocalizedText> reach, List<Secret> keys, List<String> certificates, List<Use> use,
		List<SyncCall> calls, boolean keeps, boolean decides, @Nullable String secret, FormErrors errors, RegistrationForm form) {

	public String href() {
		return "/quan-tri/lien-thong/" + system.id();
	}

	public boolean goesOn() {
		return system.state() != Participant.State.ENDED && system.state() != Participant.State.REFUSED;
	}

	static Status status(Participant.State state) {
		return switch (state) {
			case REGISTERED -> Status.NEW;
			case APPROVED -> Status.ON_TIME;
			case REFUSED -> Status.OVERDUE;
			case SUSPENDED -> Status.PAUSED;
			case ENDED -> Status.DONE;
		};
	}

	public Status status() {
		return status(system.state());
	}

}
