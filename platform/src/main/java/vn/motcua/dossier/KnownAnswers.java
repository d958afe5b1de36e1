package vn.motcua.dossier;

import java.util.Collection;

import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.Known;
import vn.motcua.kernel.Actor;

/** What the platform knows of a person, so that nobody is asked twice (Circular 32/2017/TT-BTTTT art. 4). */
public interface KnownAnswers {

	/** From the account, the person's earlier dossiers and the registers, as far as these questions ask for it. */
	Known of(Actor person, Collection<FormField> questions);

}
