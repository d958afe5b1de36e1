package vn.motcua.portal.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DraftView;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;

/** The files of a draft by the paper they belong to. */
@Component
class DraftFiles {

	private final Files files;

	DraftFiles(Files files) {
		this.files = files;
	}

	Map<String, List<StoredFile>> of(DraftView draft) {
		Map<UUID, StoredFile> stored = files.get(draft.files().stream().map(AttachedFile::fileId).toList());
		Map<String, List<StoredFile>> byComponent = new LinkedHashMap<>();
		for (AttachedFile attached : draft.files()) {
			StoredFile file = stored.get(attached.fileId());
			if (file != null) {
				byComponent.computeIfAbsent(attached.componentId(), first -> new ArrayList<>()).add(file);
			}
		}
		return byComponent;
	}

}
