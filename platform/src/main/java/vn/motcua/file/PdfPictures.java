package vn.motcua.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a PDF as pictures of a bounded size, however large a template makes its paper. */
final class PdfPictures {

	private static final float WIDEST = 900;

	private static final float TALLEST = 1_400;

	private PdfPictures() {
	}

	static Documents.Pictures of(byte[] pdf, int most) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFRenderer renderer = new PDFRenderer(document);
			List<String> pictures = new ArrayList<>();
			for (int page = 0; page < Math.min(most, document.getNumberOfPages()); page++) {
				PDRectangle box = document.getPage(page).getCropBox();
				float scale = Math.min(WIDEST / box.getWidth(), TALLEST / box.getHeight());
				pictures.add(PdfDocuments.dataUri(png(renderer.renderImage(page, scale, ImageType.RGB))));
			}
			return new Documents.Pictures(document.getNumberOfPages(), List.copyOf(pictures));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static byte[] png(BufferedImage picture) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 * 1024);
		ImageIO.setUseCache(false);
		ImageIO.write(picture, "png", bytes);
		return bytes.toByteArray();
	}

}
