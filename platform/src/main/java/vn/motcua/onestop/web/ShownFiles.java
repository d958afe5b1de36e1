package vn.motcua.onestop.web;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import jakarta.servlet.http.HttpServletResponse;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;

/** Hands files to officers: what a browser shows safely is shown, everything else is downloaded. */
@Component
class ShownFiles {

	private final Files files;

	ShownFiles(Files files) {
		this.files = files;
	}

	void send(StoredFile file, HttpServletResponse response) throws IOException {
		boolean inline = DossierPages.viewable(file.mediaType());
		response.setContentType(inline ? file.mediaType() : "application/octet-stream");
		response.setContentLengthLong(file.sizeBytes());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
			.filename(file.name(), java.nio.charset.StandardCharsets.UTF_8).build().toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'");
		response.setHeader("X-Frame-Options", "SAMEORIGIN");
		try (InputStream bytes = files.open(file.id())) {
			bytes.transferTo(response.getOutputStream());
		}
	}

}
