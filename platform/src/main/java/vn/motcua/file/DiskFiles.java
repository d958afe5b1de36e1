package vn.motcua.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Bytes under the data folder, what they are in the database; bytes first, so that a row never points to nothing. */
@Service
class DiskFiles implements Files {

	private final ContentFolder folder;

	private final MediaTypes mediaTypes = new MediaTypes();

	private final StoredFileStore store;

	private final Clock clock;

	DiskFiles(@Value("${motcua.data}") Path data, StoredFileStore store, Clock clock) throws IOException {
		this.folder = new ContentFolder(data.resolve("files"));
		this.store = store;
		this.clock = clock;
	}

	@Override
	public StoredFile store(InputStream content, String name, Acceptance acceptance) {
		String kept = FileName.of(name).orElseThrow(() -> refused(FileProblem.NAME, Map.of()));
		try (ContentFolder.Incoming incoming = folder.receive(content, acceptance.maxBytes())) {
			if (incoming.tooLarge()) {
				throw refused(FileProblem.TOO_LARGE, Map.of("maxMb", Math.max(1, acceptance.maxBytes() / (1024 * 1024)), "name", kept));
			}
			if (incoming.sizeBytes() == 0) {
				throw refused(FileProblem.EMPTY, Map.of("name", kept));
			}
			String mediaType = mediaTypes.of(incoming.path(), kept);
			if (!acceptance.mediaTypes().isEmpty() && !acceptance.mediaTypes().contains(mediaType)) {
				throw refused(FileProblem.TYPE_NOT_ACCEPTED, Map.of("accepted", MediaTypes.names(acceptance.mediaTypes()), "name", kept));
			}
			String sha256 = incoming.keep();
			StoredFile file = new StoredFile(UUID.randomUUID(), kept, mediaType, incoming.sizeBytes(), sha256,
					clock.instant().truncatedTo(ChronoUnit.MICROS));
			store.insert(file);
			return file;
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	@Override
	public StoredFile get(UUID id) {
		return store.find(id).orElseThrow(() -> new ProblemException(FileProblem.NOT_FOUND));
	}

	@Override
	public Map<UUID, StoredFile> get(Collection<UUID> ids) {
		return ids.isEmpty() ? Map.of() : store.find(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
	}

	@Override
	public InputStream open(UUID id) {
		StoredFile file = get(id);
		try {
			return folder.open(file.sha256());
		}
		catch (NoSuchFileException | FileNotFoundException missing) {
			throw new IllegalStateException("the bytes of file " + id + " are missing from the data folder", missing);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static ProblemException refused(FileProblem problem, Map<String, Object> values) {
		return new ProblemException(problem, values, List.of(new FieldProblem("/file", problem.code(), values)));
	}

}
