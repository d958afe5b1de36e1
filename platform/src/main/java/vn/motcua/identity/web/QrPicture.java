package vn.motcua.identity.web;

import java.util.Map;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as the path of an SVG picture, one unit a dot. Source: ISO/IEC 18004. */
public record QrPicture(int size, String path) {

	static QrPicture of(String text) {
		try {
			ByteMatrix dots = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of()).getMatrix();
			StringBuilder path = new StringBuilder();
			for (int y = 0; y < dots.getHeight(); y++) {
				for (int x = 0; x < dots.getWidth(); x++) {
					if (dots.get(x, y) == 1) {
						path.append('M').append(x + 4).append(' ').append(y + 4).append("h1v1h-1z");
					}
				}
			}
			return new QrPicture(dots.getWidth() + 8, path.toString());
		}
		catch (WriterException tooLong) {
			throw new IllegalStateException(tooLong);
		}
	}

}
