package vn.motcua.file;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Pattern;

import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.springframework.stereotype.Service;

/** PDF/A-2u from XHTML with embedded Liberation fonts: Serif for documents of agencies, Sans for receipts. */
@Service
class PdfDocuments implements Documents {

	/** Characters that no XML document may hold (XML 1.0, section 2.2), whoever typed or pasted them. */
	private static final Pattern NOT_XML = Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

	/** Widths of the letters, read once instead of with every document. */
	private static final FSDefaultCacheStore FONTS = new FSDefaultCacheStore();

	static {
		XRLog.setLoggingEnabled(false);
	}

	@Override
	public byte[] pdf(String xhtml) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.useFastMode();
		builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
		builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
		builder.useUriResolver((base, uri) -> uri.startsWith("data:") && EmbeddedImage.fits(uri) ? uri : null);
		fonts(builder);
		builder.useCacheStore(CacheStore.PDF_FONT_METRICS, FONTS);
		builder.withProducer("Một Cửa");
		builder.withHtmlContent(NOT_XML.matcher(xhtml).replaceAll(""), null);
		builder.toStream(bytes);
		try {
			builder.run();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		return bytes.toByteArray();
	}

	@Override
	public Pictures pictures(byte[] pdf, int most) {
		return PdfPictures.of(pdf, most);
	}

	@Override
	public String qrSvg(String text) {
		return QrCode.of(text).svg();
	}

	@Override
	public String qrDataUri(String text) {
		return dataUri(QrCode.of(text).png());
	}

	static String dataUri(byte[] png) {
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
	}

	private static void fonts(PdfRendererBuilder builder) {
		for (String family : new String[] { "Serif", "Sans" }) {
			String name = "Liberation " + family;
			String file = "/liberation/Liberation" + family;
			builder.useFont(() -> font(file + "-Regular.ttf"), name, 400, FontStyle.NORMAL, true);
			builder.useFont(() -> font(file + "-Bold.ttf"), name, 700, FontStyle.NORMAL, true);
			builder.useFont(() -> font(file + "-Italic.ttf"), name, 400, FontStyle.ITALIC, true);
			builder.useFont(() -> font(file + "-BoldItalic.ttf"), name, 700, FontStyle.ITALIC, true);
		}
	}

	private static InputStream font(String resource) {
		return PdfDocuments.class.getResourceAsStream(resource);
	}

}
