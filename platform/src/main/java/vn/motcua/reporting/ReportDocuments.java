package vn.motcua.reporting;

import org.jspecify.annotations.Nullable;

/** A whole report on paper: tables with growing rows, narrative, explanations. In Vietnamese, as agencies sign and send it. */
public interface ReportDocuments {

	/** As it stands now, PDF/A. */
	byte[] pdf(SheetKey key);

	/** The one that is signed and sent. @param total over all below as it is signed, {@code null} where there is none */
	byte[] pdf(SheetKey key, Totals.@Nullable Total total);

	/** The same as a text document (DOCX) to work on. */
	byte[] word(SheetKey key);

}
