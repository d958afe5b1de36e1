package vn.motcua.dossier.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierProblem;
import vn.motcua.dossier.DraftView;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Keeps an uploaded paper by the limits its component sets. */
@Component
class DraftUploads {

	private final Catalogue catalogue;

	private final Files files;

	DraftUploads(Catalogue catalogue, Files files) {
		this.catalogue = catalogue;
		this.files = files;
	}

	record FileBody(UUID id, String component, String name, String mediaType, long sizeBytes, String sha256) {
	}

	StoredFile store(DraftView draft, String componentId, MultipartFile upload) throws IOException {
		if (draft.submittedAs() != null) {
			throw new ProblemException(DossierProblem.ALREADY_SUBMITTED, "code", draft.submittedAs().value());
		}
		ServiceVersion.Component component = catalogue.get(draft.serviceVersion()).components().stream().filter(asked -> asked.id().equals(componentId))
			.findFirst().orElseThrow(() -> new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/component", "dossier.unknown-component"))));
		String name = upload.getOriginalFilename() == null ? "" : upload.getOriginalFilename();
		try (InputStream content = upload.getInputStream()) {
			return files.store(content, name, new Files.Acceptance(component.maxBytes(), component.mediaTypes()));
		}
	}

	static FileBody body(String component, StoredFile file) {
		return new FileBody(file.id(), component, file.name(), file.mediaType(), file.sizeBytes(), file.sha256());
	}

}
