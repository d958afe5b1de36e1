package vn.motcua.portal.apply;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import vn.motcua.file.Documents;
import vn.motcua.form.AnsweredPage;
import vn.motcua.form.Forms;
import vn.motcua.site.Page;

/** A draft on paper: every page with its questions, answered or not, to keep or to show to somebody. It says that it is a draft. */
@Component
class DraftPrint {

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final Forms forms;

	private final DraftFiles files;

	private final Documents documents;

	private final Clock clock;

	DraftPrint(Forms forms, DraftFiles files, Documents documents, Clock clock) {
		this.forms = forms;
		this.files = files;
		this.documents = documents;
		this.clock = clock;
	}

	byte[] pdf(Page page, Application application) {
		List<AnsweredPage> answered = forms.answered(application.form(), application.draft().answers(), files.of(application.draft()), application.today());
		StringOutput xhtml = new StringOutput();
		templates.render("portal/slip/" + "draft.jte", Map.of("page", page, "application", application, "answered", answered, "now", clock.instant()), xhtml);
		return documents.pdf(xhtml.toString());
	}

}
