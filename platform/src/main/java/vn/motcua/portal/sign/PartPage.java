package vn.motcua.portal.sign;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.SigningView;
import vn.motcua.form.AnsweredPage;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.PageView;
import vn.motcua.kernel.LocalizedText;

/**
 * What a signer sees of a dossier.
 *
 * @param pages pages they fill in
 * @param done ids of those pages that are complete
 * @param answered the applicant's pages they are shown and their own, in words; only where they read before signing
 * @param view page that is filled in, {@code null} elsewhere
 * @param unconfirmed signing without ticking the box
 */
public record PartPage(SigningView signing, ServiceVersion service, FormDefinition form, List<FormPage> pages, List<String> done, List<AnsweredPage> answered,
		@Nullable PageView view, boolean unconfirmed, LocalDate today) {

	public String href() {
		return "/phan-ky/" + signing.id();
	}

	public String href(FormPage page) {
		return href() + "/trang/" + page.id();
	}

	public boolean complete() {
		return done.size() == pages.size();
	}

	/** Number among several signers, else only what they sign as. */
	public LocalizedText role() {
		LocalizedText title = signing.signer().title();
		int number = signing.part().place() + 1;
		return signing.signer().several() ? new LocalizedText(title.vi() + " " + number, title.en() + " " + number) : title;
	}

}
