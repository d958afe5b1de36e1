package vn.motcua.file;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps bytes on disk under their digest, streamed, and what they are in the database. {@link #store} returns when the
 * bytes are on stable storage.
 */
public interface Files {

	/**
	 * Stores what a person or the platform hands in.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link FileProblem} when it is empty, too large or of a type not accepted
	 */
	StoredFile store(InputStream content, String name, Acceptance acceptance);

	StoredFile get(UUID id);

	Map<UUID, StoredFile> get(Collection<UUID> ids);

	InputStream open(UUID id);

	/** @param mediaTypes types accepted; empty for any */
	record Acceptance(long maxBytes, Collection<String> mediaTypes) {

		public static final Acceptance ANY = new Acceptance(25L * 1024 * 1024, java.util.List.of());

	}

}
