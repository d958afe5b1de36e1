package vn.motcua.portal.upload;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;

/** Hands out stored files: always a download, never shown as a page of ours, never kept by a cache on the way. */
@Service
public class Downloads {

	private final Files files;

	Downloads(Files files) {
		this.files = files;
	}

	/** @param name name to save it under, {@code null} for its own */
	public ResponseEntity<Resource> of(UUID id, @Nullable String name) {
		StoredFile file = files.get(id);
		ContentDisposition disposition = ContentDisposition.attachment().filename(name == null ? file.name() : name, StandardCharsets.UTF_8).build();
		return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType())).contentLength(file.sizeBytes())
				.cacheControl(CacheControl.noStore()).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
				.body(new InputStreamResource(files.open(id)));
	}

}
