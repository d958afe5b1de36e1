package vn.motcua.form;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.form.importing.BundleDraft;
import vn.motcua.form.importing.FormioImport;
import vn.motcua.form.importing.ImportRefused;
import vn.motcua.form.importing.ProcedureImport;

/** {@code service import-formio|import-procedure FILE [DIR]}: writes a draft and says what was not carried over. */
final class ImportCommand {

	static final Map<String, Function<String, BundleDraft>> IMPORTS = Map.of("import-formio", FormioImport::of, "import-procedure", ProcedureImport::of);

	private static final long MOST_BYTES = 16L * 1024 * 1024;

	private final ServiceCommand service;

	private final PrintStream out;

	ImportCommand(ServiceCommand service, PrintStream out) {
		this.service = service;
		this.out = out;
	}

	int run(String name, List<String> words) {
		if (words.isEmpty() || words.size() > 2) {
			out.println(service.usage());
			return 2;
		}
		Path file = Path.of(words.getFirst());
		try {
			BundleDraft draft = IMPORTS.get(name).apply(text(file));
			Path folder = Path.of(words.size() > 1 ? words.get(1) : draft.folder());
			write(draft, folder);
			draft.left().forEach(left -> out.println(file + ": " + left));
			out.println(folder + ": written; " + draft.left().size() + " not carried over");
			service.check(folder, out);
			return 0;
		}
		catch (ImportRefused refused) {
			out.println(file + ": " + refused.getMessage());
			return 1;
		}
		catch (IOException failed) {
			out.println("Nothing could be written: " + failed.getMessage());
			return 1;
		}
	}

	private static String text(Path file) {
		try {
			if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
				throw new ImportRefused("This is not a file, or larger than " + MOST_BYTES / 1024 / 1024 + " MB.");
			}
			return Files.readString(file);
		}
		catch (CharacterCodingException other) {
			throw new ImportRefused("The file is not UTF-8 text.");
		}
		catch (IOException unreadable) {
			throw new ImportRefused("The file cannot be read.");
		}
	}

	private static void write(BundleDraft draft, Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> there = Files.list(folder)) {
				if (there.findAny().isPresent()) {
					throw new ImportRefused("The folder " + folder + " is not empty; name another.");
				}
			}
		}
		Files.createDirectories(folder);
		for (Map.Entry<String, String> file : draft.files().entrySet()) {
			Files.writeString(folder.resolve(file.getKey()), file.getValue());
		}
		Files.writeString(folder.resolve(Bundle.EXAMPLES), FirstExample.of(Bundle.of(folder), Agencies.packaged()));
	}

}
