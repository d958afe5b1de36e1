package vn.motcua.form;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import vn.motcua.catalogue.Difference;
import vn.motcua.catalogue.Differences;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.site.Messages;

/** {@code ./motcua service diff OLD NEW}: folders, or zip files as a published version is handed out. */
final class DiffCommand {

	private static final long MOST_BYTES = 8L * 1024 * 1024;

	private final PrintStream out;

	DiffCommand(PrintStream out) {
		this.out = out;
	}

	int run(List<String> words) {
		String language = PublishCommand.take(words, "--lang");
		if (words.size() != 2) {
			out.println("service diff OLD NEW [--lang vi|en]");
			return 2;
		}
		Locale locale = "en".equals(language) ? Locale.ENGLISH : Locale.of("vi");
		try {
			print(Differences.between(read(Path.of(words.getFirst())), read(Path.of(words.getLast()))), locale);
			return 0;
		}
		catch (BundleRefused unreadable) {
			unreadable.findings().forEach(out::println);
			return 1;
		}
	}

	private void print(List<Difference> differences, Locale locale) {
		Messages messages = Messages.load();
		if (differences.isEmpty()) {
			out.println(messages.text(locale, "catalogue.diff.none"));
		}
		Difference.Area area = null;
		for (Difference difference : differences) {
			if (difference.area() != area) {
				area = difference.area();
				out.println(messages.text(locale, "catalogue.diff.area." + area.name().toLowerCase(Locale.ROOT)));
			}
			out.println("  " + difference.in(locale));
		}
	}

	private static ServiceVersion read(Path path) {
		try {
			if (Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES) {
				return BundleReader.read(Bundle.of(Files.readAllBytes(path)));
			}
		}
		catch (IOException unreadable) {
			// refused below
		}
		return BundleReader.read(ServiceCommand.bundle(path));
	}

}
