package vn.motcua.reporting;

import vn.motcua.kernel.Actor;

/** Words of a report, written as on its page: by who may fill it in, where its form has room for them. */
public interface ReportTexts {

	/** A section of the outline. */
	void narrate(SheetKey key, String section, String content, Actor actor);

	/** Why a figure is as it is though a check warns. */
	void explain(SheetKey key, String finding, String content, Actor actor);

}
