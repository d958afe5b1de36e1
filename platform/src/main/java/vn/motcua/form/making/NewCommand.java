package vn.motcua.form.making;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRefused;

/** {@code ./motcua service new [DIR] [--answers FILE]}: asks a few questions, or reads them from a file, and writes a bundle. */
public final class NewCommand {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final int MOST_TRIES = 5;

	private final InputStream in;

	private final PrintStream out;

	public NewCommand(InputStream in, PrintStream out) {
		this.in = in;
		this.out = out;
	}

	/** The folder that was written, {@code null} when none was. */
	public @Nullable Path run(@Nullable String folder, @Nullable String file, Path services) {
		try {
			Map<String, String> answers = file == null ? asked() : fromFile(Path.of(file));
			if (answers == null) {
				return null;
			}
			NewService service = NewServiceReader.read(answers);
			Path target = folder == null ? services.resolve(service.folder()) : Path.of(folder);
			if (taken(target)) {
				out.println(target + " is there already and holds files; name another folder: service new DIR");
				return null;
			}
			Files.createDirectories(target);
			for (Map.Entry<String, String> one : new NewBundle(service, LocalDate.now(VIETNAM)).files().entrySet()) {
				Files.writeString(target.resolve(one.getKey()), one.getValue());
			}
			return target;
		}
		catch (IOException unwritable) {
			out.println("This cannot be read or written: " + unwritable.getMessage());
			return null;
		}
	}

	private static boolean taken(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return false;
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isPresent();
		}
	}

	private @Nullable Map<String, String> asked() throws IOException {
		out.println("Enter takes what stands in [ ]. Texts are written Vietnamese | English.");
		Map<String, String> answers = new LinkedHashMap<>();
		BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
		for (Question question : Question.ALL) {
			String answer = asked(question, reader);
			if (answer == null) {
				return null;
			}
			answers.put(question.key(), answer);
		}
		return answers;
	}

	private @Nullable String asked(Question question, BufferedReader reader) throws IOException {
		for (int tries = 0; tries < MOST_TRIES; tries++) {
			out.print(question.words() + "\n  [" + question.otherwise() + "] ");
			out.flush();
			String line = reader.readLine();
			if (line == null) {
				out.println("\nNo more answers; nothing was written. Without a terminal, name a file: --answers FILE");
				return null;
			}
			String answer = java.text.Normalizer.normalize(line.strip(), java.text.Normalizer.Form.NFC);
			answer = answer.isEmpty() ? question.otherwise() : answer;
			if (question.right().test(answer)) {
				return answer;
			}
			out.println("  Write " + question.rule() + ".");
		}
		out.println("Nothing was written.");
		return null;
	}

	private @Nullable Map<String, String> fromFile(Path file) throws IOException {
		Map<String, String> answers = new LinkedHashMap<>();
		boolean right = true;
		try {
			var source = BundleReader.yaml(file.toString(), Files.readString(file));
			List<String> keys = Question.ALL.stream().map(Question::key).toList();
			for (Map.Entry<String, JsonNode> member : source.tree().properties()) {
				if (!keys.contains(member.getKey())) {
					out.println(source.finding("/" + member.getKey(), "answers-unknown", "Nobody asks for \"" + member.getKey() + "\". Asked are " + String.join(", ", keys) + "."));
					right = false;
				}
			}
			for (Question question : Question.ALL) {
				String answer = source.tree().path(question.key()).asString(question.otherwise()).strip();
				if (!question.right().test(answer)) {
					out.println(source.finding("/" + question.key(), "answers-value", question.key() + ": write " + question.rule() + "."));
					right = false;
				}
				answers.put(question.key(), answer);
			}
		}
		catch (BundleRefused unreadable) {
			unreadable.findings().forEach(out::println);
			right = false;
		}
		return right ? answers : null;
	}

}
