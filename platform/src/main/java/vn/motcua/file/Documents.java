package vn.motcua.file;

/** Makes PDF documents out of XHTML and pictures out of text. */
public interface Documents {

	/** Renders well-formed XHTML with embedded styles to PDF/A; fonts carry all Vietnamese letters. No outside resource is read. */
	byte[] pdf(String xhtml);

	/** An SVG of the QR code (ISO/IEC 18004, error correction M) that carries a text, for pages and documents. */
	String qrSvg(String text);

	/** PNG of the same as a data URI, for PDF documents. */
	String qrDataUri(String text);

}
