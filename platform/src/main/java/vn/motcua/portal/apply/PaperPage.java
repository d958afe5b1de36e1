package vn.motcua.portal.apply;

import java.util.List;

import vn.motcua.catalogue.Assessment.AskedComponent;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.portal.upload.Upload.Refusal;

/** Uploading one paper: what is accepted, what is there, what was refused and why. */
public record PaperPage(Application application, AskedComponent asked, List<Refusal> refused, boolean nothingChosen, boolean changing) {

	public List<AttachedFile> files() {
		return application.files(asked.component().id());
	}

	public String href() {
		return application.href(asked.component());
	}

	public boolean failed() {
		return nothingChosen || !refused.isEmpty();
	}

}
