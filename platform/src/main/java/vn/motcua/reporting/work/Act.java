package vn.motcua.reporting.work;

import java.util.Locale;
import java.util.Optional;

/** What can be done with a report. The word of each in a message is {@code reporting.work.act.<name>}. */
public enum Act {

	/** The period opened and the report was made out. */
	OPEN("mo"),
	/** Figures were saved. */
	START("soan"),
	/** The clerk has gone through the findings and puts the report before the leader. */
	CHECK("kiem-tra"),
	/** Back to the clerk before it was sent. */
	REVISE("soan-lai"),
	/** The leader approves and signs the figures. */
	APPROVE("ky-duyet"),
	SEND("gui"),
	RECEIVE("tiep-nhan"),
	/** Back to the reporter with a reason and a new deadline. */
	RETURN("tra-lai"),
	ACCEPT("chap-nhan"),
	/** Taken into the receiver's own report. */
	AGGREGATE("tong-hop"),
	CLOSE("dong"),
	/** Opens an accepted or closed report again; what was signed stays. */
	CORRECT("dinh-chinh"),
	/** A later deadline for one agency, with a reason. */
	EXTEND("gia-han"),
	/** Somebody in the agency takes it or is given it. */
	ASSIGN("giao"),
	REMIND("nhac");

	private final String slug;

	Act(String slug) {
		this.slug = slug;
	}

	/** In addresses of pages. */
	public String slug() {
		return slug;
	}

	public String label() {
		return "reporting.work.act." + name().toLowerCase(Locale.ROOT);
	}

	/** What it is called once it was done. */
	public String done() {
		return "reporting.work.done." + name().toLowerCase(Locale.ROOT);
	}

	public static Optional<Act> ofSlug(String slug) {
		return java.util.Arrays.stream(values()).filter(act -> act.slug.equals(slug)).findFirst();
	}

}
