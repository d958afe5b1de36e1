package vn.motcua.sdk;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * A file by reference: where it is and what it must be.
 *
 * @param name name of the file
 * @param mediaType its type, for example {@code application/pdf}
 * @param bytes its size
 * @param sha256 its digest in 64 hex characters
 * @param url where it can be fetched, {@code null} when it cannot
 */
public record FileReference(String name, String mediaType, long bytes, String sha256, @Nullable String url) {

	/** Checks that everything that names a file is there. */
	public FileReference {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(mediaType, "mediaType");
		Objects.requireNonNull(sha256, "sha256");
	}

	static ArrayNode json(List<FileReference> files) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		for (FileReference file : files) {
			var node = array.addObject().put("name", file.name).put("mediaType", file.mediaType).put("bytes", file.bytes).put("sha256", file.sha256);
			if (file.url != null) {
				node.put("url", file.url);
			}
		}
		return array;
	}

}
