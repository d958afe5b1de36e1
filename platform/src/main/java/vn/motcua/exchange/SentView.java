package vn.motcua.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.SentParts;
import vn.motcua.dossier.SentParts.SentFile;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.LocalizedText;

/**
 * What the agency's own system sent of a dossier, for the page of its owner and of the officers of the agency.
 *
 * @param agency full name of the agency that handles it
 * @param files by digest: what was given by content and can be downloaded
 * @param records post, payments and ratings, in the order of their own time
 */
public record SentView(LocalizedText agency, SentParts parts, Map<String, StoredFile> files, List<SentRecord> records) {

	public boolean isEmpty() {
		return parts.isEmpty() && records.isEmpty();
	}

	/** The bytes of a file, {@code null} when only its address or digest is known. */
	public @Nullable StoredFile stored(SentFile file) {
		return file.sha256() == null ? null : files.get(file.sha256());
	}

	public boolean has(UUID file) {
		return files.values().stream().anyMatch(stored -> stored.id().equals(file));
	}

	public List<SentRecord> records(SentRecord.Kind kind) {
		return records.stream().filter(record -> record.kind() == kind).toList();
	}

}
