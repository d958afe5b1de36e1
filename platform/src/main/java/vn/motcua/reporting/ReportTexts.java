package vn.motcua.reporting;

import java.util.Map;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;

/** Words of a report, written as on its page: by who may fill it in, where its form has room for them; and what its tables say in words. */
public interface ReportTexts {

	/** A section of the outline. */
	void narrate(SheetKey key, String section, String content, Actor actor);

	/** Words in its tables by their code, {@code B1.R2.C4}, in the order of the form; without empty ones. */
	Map<String, String> words(SheetKey key);

	/** Of what is written in the report beside its figures, rows and attachments with it, as it stands: another as soon as any of it is. */
	String edition(SheetKey key);

	/** What the cells that take words are called, by their code. */
	Map<String, LocalizedText> cells(SheetKey key);

	/** Why a figure is as it is though a check warns. */
	void explain(SheetKey key, String finding, String content, Actor actor);

}
