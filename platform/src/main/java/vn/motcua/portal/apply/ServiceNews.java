package vn.motcua.portal.apply;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DraftChange;
import vn.motcua.dossier.DraftView;
import vn.motcua.site.Page;
import vn.motcua.site.component.DiffRow;

/**
 * What has become of the service of a draft.
 *
 * @param change what changed when the draft was moved to the version in force, {@code null} when it was not
 * @param closed whether nothing can be filed any more
 * @param changesOn first day of the next version, {@code null} when none is published
 */
public record ServiceNews(@Nullable DraftChange change, @Nullable Abolition abolition, boolean closed, @Nullable LocalDate changesOn) {

	static ServiceNews of(DraftView draft, Catalogue catalogue, LocalDate today) {
		Abolition abolition = catalogue.abolition(draft.service()).orElse(null);
		return new ServiceNews(draft.change(), abolition, catalogue.find(draft.service(), today).isEmpty(),
				catalogue.next(draft.service(), today).map(ServiceVersion::validFrom).orElse(null));
	}

	/** The differences in the reader's language. */
	public static List<DiffRow> rows(Page page, DraftChange change) {
		return change.changes().stream().map(one -> new DiffRow(page.t("catalogue.diff.area." + one.kind().toLowerCase(java.util.Locale.ROOT)) + ": " + page.text(one.what()),
				one.before() == null ? null : page.text(one.before()), one.after() == null ? null : page.text(one.after()))).toList();
	}

}
