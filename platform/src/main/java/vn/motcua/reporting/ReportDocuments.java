package vn.motcua.reporting;

/** A whole report on paper: tables with growing rows, narrative, explanations. In Vietnamese, as agencies sign and send it. */
public interface ReportDocuments {

	/** PDF/A that is signed and sent. */
	byte[] pdf(SheetKey key);

	/** The same as a text document (DOCX) to work on. */
	byte[] word(SheetKey key);

}
