package vn.motcua.portal.apply;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.DraftView;
import vn.motcua.dossier.Drafts;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormPart;
import vn.motcua.form.Forms;
import vn.motcua.form.Known;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;

/** Puts what the account knows into a new draft, so that nobody is asked twice (Circular 32/2017/TT-BTTTT art. 4). */
@Component
class KnownAnswers {

	private final Drafts drafts;

	private final Catalogue catalogue;

	private final Forms forms;

	private final Accounts accounts;

	KnownAnswers(Drafts drafts, Catalogue catalogue, Forms forms, Accounts accounts) {
		this.drafts = drafts;
		this.catalogue = catalogue;
		this.forms = forms;
		this.accounts = accounts;
	}

	DraftView fill(DraftView draft, Actor actor) {
		Map<String, String> known = accounts.find(actor.account()).map(KnownAnswers::of).orElse(Map.of());
		FormDefinition form = forms.of(catalogue.get(draft.serviceVersion()));
		ObjectNode filled = forms.prefill(form, FormPart.OF_APPLICANT, draft.answers(), Known.of(known));
		return filled.equals(draft.answers()) ? draft : drafts.patch(draft.id(), actor, filled, null);
	}

	private static Map<String, String> of(Account account) {
		Map<String, String> known = new HashMap<>();
		put(known, "account.name", account.fullName());
		put(known, "account.personal_number", account.subject());
		put(known, "account.birth_date", account.birthDate());
		put(known, "account.sex", account.sex());
		put(known, "account.phone", account.phone());
		put(known, "account.email", account.email());
		put(known, "account.address.commune", account.addressCommune());
		put(known, "account.address.line", account.addressLine());
		return known;
	}

	private static void put(Map<String, String> known, String name, @Nullable Object value) {
		if (value != null) {
			known.put(name, value.toString());
		}
	}

}
