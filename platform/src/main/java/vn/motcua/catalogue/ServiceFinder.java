package vn.motcua.catalogue;

import java.util.List;

import vn.motcua.kernel.ProcedureCode;

/** Finding services as people type: without marks, with slips, by everyday words, by code. Answered from memory. */
public interface ServiceFinder {

	/** Services that fit what was typed, best first, at most {@code limit}. */
	FoundServices find(String typed, int limit);

	/** What somebody may be about to type, best first, at most {@code limit}. */
	List<ServiceVersion> suggest(String typed, int limit);

	/** Counts that somebody looked for this, and nothing about who did. */
	void asked(String typed, FoundServices.Outcome outcome);

	/** Counts that an application was begun; services used more stand first among equals. */
	void begun(ProcedureCode code);

}
