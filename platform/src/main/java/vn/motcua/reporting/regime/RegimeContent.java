package vn.motcua.reporting.regime;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Regime;

/**
 * What a version of a regime says, beside its template: the eleven contents of Decree 09/2019/NĐ-CP art. 5 as far as they are no tables. Deadline and
 * cut-off are the rule, their words are made from it. Kept as JSON of this shape.
 *
 * @param departmentKind when departments report, their kind
 * @param provinces numbers of the provinces that report, empty for all
 * @param guidance {@code null} while nobody wrote any
 * @param source where this comes from, {@code unverified} when nobody confirmed it
 */
record RegimeContent(LocalizedText name, LocalizedText content, String legalBasis, List<Agency.Level> subjects, @Nullable String departmentKind,
		List<Integer> provinces, List<String> methods, List<LocalizedText> outline, @Nullable LocalizedText guidance, Regime.Burden burden, PeriodRule rule, String source) {

	/** Sending and receiving: this platform, the document axis, e-mail, fax, post, by hand. Keys of messages {@code reporting.regime.method.<key>}. */
	static final List<String> METHODS = List.of("system", "document-axis", "email", "fax", "post", "direct");

	RegimeContent {
		subjects = List.copyOf(subjects);
		provinces = provinces == null ? List.of() : List.copyOf(provinces);
		methods = List.copyOf(methods);
		outline = outline == null ? List.of() : List.copyOf(outline);
	}

}
