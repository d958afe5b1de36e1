package vn.motcua.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pictures that a document carries in itself. Some kilobytes can unpack to gigabytes, so their size is read before they are. */
final class EmbeddedImage {

	/** A page of A4 at 400 dots an inch. */
	private static final long MOST_DOTS = 16_000_000;

	/** Behind its first appearance the renderer too looks for the picture. */
	private static final String BASE64 = "base64,";

	private EmbeddedImage() {
	}

	/** What is no picture that is known here is not drawn anyway. */
	static boolean fits(String dataUri) {
		int at = dataUri.indexOf(BASE64);
		if (at < 0) {
			return true;
		}
		try (ImageInputStream image = ImageIO.createImageInputStream(new ByteArrayInputStream(Base64.getMimeDecoder().decode(dataUri.substring(at + BASE64.length()))))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
			return !readers.hasNext() || dots(readers.next(), image) <= MOST_DOTS;
		}
		catch (IOException | IllegalArgumentException broken) {
			return false;
		}
	}

	private static long dots(ImageReader reader, ImageInputStream image) throws IOException {
		try {
			reader.setInput(image, true, true);
			return (long) reader.getWidth(0) * reader.getHeight(0);
		}
		finally {
			reader.dispose();
		}
	}

}
