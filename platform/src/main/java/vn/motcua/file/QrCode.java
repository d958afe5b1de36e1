package vn.motcua.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code, ISO/IEC 18004, error correction M, with its quiet zone of four modules. */
final class QrCode {

	private static final int QUIET = 4;

	private static final int PIXELS_PER_MODULE = 6;

	private final ByteMatrix modules;

	private QrCode(ByteMatrix modules) {
		this.modules = modules;
	}

	static QrCode of(String text) {
		try {
			return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name())).getMatrix());
		}
		catch (WriterException tooLong) {
			throw new IllegalArgumentException("too long for a QR code", tooLong);
		}
	}

	String svg() {
		int side = modules.getWidth() + 2 * QUIET;
		StringBuilder path = new StringBuilder(4096);
		for (int y = 0; y < modules.getHeight(); y++) {
			for (int x = 0; x < modules.getWidth(); x++) {
				if (modules.get(x, y) == 1) {
					path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
				}
			}
		}
		return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path fill=\"#000\" d=\"%s\"/></svg>"
			.formatted(side, side, side, side, path);
	}

	byte[] png() {
		int side = (modules.getWidth() + 2 * QUIET) * PIXELS_PER_MODULE;
		BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				int column = x / PIXELS_PER_MODULE - QUIET;
				int row = y / PIXELS_PER_MODULE - QUIET;
				boolean dark = column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight() && modules.get(column, row) == 1;
				image.setRGB(x, y, dark ? 0x000000 : 0xFFFFFF);
			}
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.setUseCache(false);
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

}
