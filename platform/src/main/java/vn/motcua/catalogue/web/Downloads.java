package vn.motcua.catalogue.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import vn.motcua.catalogue.bundle.Bundle;

/** Bundles handed out as zip files. */
final class Downloads {

	private Downloads() {
	}

	static ResponseEntity<byte[]> zip(Bundle bundle, String name) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + ".zip").build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.body(bundle.zip());
	}

}
