package vn.motcua.site;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Writes bytes from memory: compressed where the reader takes it, nothing where the reader has them already. */
final class Bytes {

	private Bytes() {
	}

	static void write(HttpServletRequest request, HttpServletResponse response, Asset asset) throws IOException {
		boolean gzip = asset.compressible() && takesGzip(request.getHeader("Accept-Encoding"));
		String tag = gzip ? "\"" + asset.digest() + "-g\"" : "\"" + asset.digest() + '"';
		response.setHeader("ETag", tag);
		if (known(request.getHeader("If-None-Match"), asset.digest())) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		byte[] bytes = gzip ? asset.gzip() : asset.plain();
		response.setContentType(asset.type());
		if (gzip) {
			response.setHeader("Content-Encoding", "gzip");
		}
		response.setContentLength(bytes.length);
		if (!request.getMethod().equals("HEAD")) {
			response.getOutputStream().write(bytes);
		}
	}

	private static boolean takesGzip(String accepted) {
		return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
	}

	/** The digest is unlike anything else a tag may hold, so it is enough to look for it. */
	private static boolean known(String tags, String digest) {
		return tags != null && (tags.contains(digest) || tags.equals("*"));
	}

}
