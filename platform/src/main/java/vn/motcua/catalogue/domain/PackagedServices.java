package vn.motcua.catalogue.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleRefused;

/** Publishes, at start, the bundles that came with the program and were never published before. */
@Component
class PackagedServices {

	private static final Logger LOG = LoggerFactory.getLogger(PackagedServices.class);

	private static final int MOST = 5_000;

	PackagedServices(Publisher publisher, VersionStore store, PublishedCatalogue catalogue, @Value("${motcua.services:}") String folder, @Value("${motcua.home:}") String home)
			throws IOException {
		Map<Path, Bundle> bundles = new LinkedHashMap<>();
		for (Path bundle : bundles(folder.isEmpty() ? fallback(home) : Path.of(folder))) {
			unlessRefused(bundle, () -> bundles.put(bundle, Bundle.of(bundle)));
		}
		Set<String> known = store.known(bundles.values().stream().map(Bundle::digest).toList());
		for (Map.Entry<Path, Bundle> bundle : bundles.entrySet()) {
			if (!known.contains(bundle.getValue().digest())) {
				unlessRefused(bundle.getKey(), () -> publisher.publishPackaged(bundle.getValue()));
			}
		}
		catalogue.refresh();
	}

	private interface Work {

		void run() throws IOException;

	}

	private static void unlessRefused(Path bundle, Work work) throws IOException {
		try {
			work.run();
		}
		catch (BundleRefused unreadable) {
			LOG.error("Service bundle {} is not published: {}", bundle.getFileName(), unreadable.getMessage());
		}
	}

	private static Path fallback(String home) {
		Path inHome = Path.of(home.isEmpty() ? "." : home).resolve("services");
		return Files.isDirectory(inHome) ? inHome : Path.of("..", "services");
	}

	private static List<Path> bundles(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> folders = Files.list(folder)) {
			return folders.filter(path -> Files.exists(path.resolve(Bundle.SERVICE))).sorted().limit(MOST).toList();
		}
	}

}
