package vn.motcua.form.paper;

import java.util.Map;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import vn.motcua.file.Documents;

/** Draws the slips of Circular 01/2018/TT-VPCP art. 9 as PDF, with a QR code of dossier, procedure and applicant. */
public final class SlipDrawing {

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final Documents documents;

	public SlipDrawing(Documents documents) {
		this.documents = documents;
	}

	/** @param slip {@code receipt} (form 01), {@code supplement} (02), {@code refusal} (03) or {@code apology} (04) */
	public byte[] pdf(String slip, SlipPage page) {
		StringOutput xhtml = new StringOutput();
		templates.render("form/slip/" + slip + ".jte", Map.of("slip", page, "qr", documents.qrDataUri(page.mark())), xhtml);
		return documents.pdf(xhtml.toString());
	}

}
