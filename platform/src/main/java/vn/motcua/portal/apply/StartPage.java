package vn.motcua.portal.apply;

import java.util.List;

import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DraftView;

/**
 * Before the first question: what the applicant needs at hand.
 *
 * @param begun drafts of the same service that this applicant has open
 */
public record StartPage(ServiceVersion service, Assessment assessment, Reader reader, List<DraftView> begun) {

	public enum Reader {
		STRANGER, APPLICANT, OFFICER
	}

	public String href() {
		return "/dich-vu/" + service.code().value() + "/bat-dau";
	}

	/** The service takes applications online. */
	public boolean online() {
		return service.level() >= 3 && service.channels().contains(vn.motcua.kernel.Channel.ONLINE);
	}

}
