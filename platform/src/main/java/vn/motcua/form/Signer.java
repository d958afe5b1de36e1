package vn.motcua.form;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;

/**
 * A person besides the applicant who fills in and signs a part of the form (<i>người cùng ký</i>): the other party of a
 * marriage, each co-owner of a plot.
 *
 * @param id word that pages name in {@code by}
 * @param when FEEL condition, {@code true} for always
 * @param each dotted path of the group of which every such person fills in one repetition, {@code null} when there is one person
 * @param count FEEL: how many such people there are
 * @param sees ids of the applicant's pages that are shown to them and belong to what they sign
 * @param statement what they confirm by signing
 */
public record Signer(String id, LocalizedText title, String when, @Nullable String each, String count, List<String> sees, LocalizedText statement) {

	/** People of one kind who may have to sign. */
	public static final int MOST = 20;

	public Signer {
		sees = List.copyOf(sees);
	}

	/** Whether several people may sign as this. */
	public boolean several() {
		return !count.equals("1");
	}

}
