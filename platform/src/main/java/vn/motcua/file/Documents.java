package vn.motcua.file;

import java.util.List;

/** Makes PDF documents out of XHTML and pictures out of text. */
public interface Documents {

	/** For tools that work without the program. */
	static Documents standing() {
		return new PdfDocuments();
	}

	/** Renders well-formed XHTML with embedded styles to PDF/A; fonts carry all Vietnamese letters. No outside resource is read. */
	byte[] pdf(String xhtml);

	/** The first pages of such a document as they look on paper, for pages that show it. */
	Pictures pictures(byte[] pdf, int most);

	/**
	 * @param pages how many the document has
	 * @param uris PNG pictures of the first ones as data URIs
	 */
	record Pictures(int pages, List<String> uris) {
	}

	/** An SVG of the QR code (ISO/IEC 18004, error correction M) that carries a text, for pages and documents. */
	String qrSvg(String text);

	/** PNG of the same as a data URI, for PDF documents. */
	String qrDataUri(String text);

}
