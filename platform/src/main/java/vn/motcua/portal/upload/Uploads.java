package vn.motcua.portal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.file.Files;
import vn.motcua.file.Files.Acceptance;
import vn.motcua.file.StoredFile;
import vn.motcua.kernel.problem.ProblemException;

/** Stores the files of one upload field; one refused file does not lose the others. */
@Service
public class Uploads {

	private final Files files;

	Uploads(Files files) {
		this.files = files;
	}

	/** @param room how many more files the component takes */
	public Upload take(List<MultipartFile> handed, Component component, int room) {
		List<StoredFile> stored = new ArrayList<>();
		List<Upload.Refusal> refused = new ArrayList<>();
		for (MultipartFile file : handed) {
			if (file.isEmpty() && (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty())) {
				continue;
			}
			if (stored.size() >= room) {
				refused.add(new Upload.Refusal(name(file), "portal.too-many-files", Map.of("max", component.maxFiles(), "name", name(file))));
				continue;
			}
			store(file, component, stored, refused);
		}
		return new Upload(stored, refused);
	}

	private void store(MultipartFile file, Component component, List<StoredFile> stored, List<Upload.Refusal> refused) {
		try (InputStream content = file.getInputStream()) {
			stored.add(files.store(content, name(file), new Acceptance(component.maxBytes(), component.mediaTypes())));
		}
		catch (ProblemException refusal) {
			refused.add(new Upload.Refusal(name(file), refusal.code().code(), refusal.values()));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The last part of the path some browsers send. */
	private static String name(MultipartFile file) {
		String name = file.getOriginalFilename();
		return name == null || name.isBlank() ? "tep" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
	}

}
