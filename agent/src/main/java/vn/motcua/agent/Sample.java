package vn.motcua.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** An export of an existing one-stop system with its file for the agent, to begin with; its days are the last two weeks. */
final class Sample {

	private static final Pattern DAY = Pattern.compile("\\{(code|day)([+-]\\d+)}");

	private static final DateTimeFormatter CODE = DateTimeFormatter.ofPattern("yyMMdd");

	private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private Sample() {
	}

	static void write(Path folder, String server) throws IOException {
		if (Files.exists(folder.resolve("agent.yaml"))) {
			throw new IOException(folder.resolve("agent.yaml") + " is there already");
		}
		Files.createDirectories(folder.resolve("export"));
		write(folder.resolve("export").resolve("ho-so.csv"), "ho-so.csv", server);
		write(folder.resolve("agencies.csv"), "agencies.csv", server);
		write(folder.resolve("agent.yaml"), "agent.yaml", server);
	}

	private static void write(Path file, String resource, String server) throws IOException {
		LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
		try (InputStream in = java.util.Objects.requireNonNull(Sample.class.getResourceAsStream("/sample/" + resource))) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{server}", server);
			Files.writeString(file, DAY.matcher(text).replaceAll(found -> today.plusDays(Integer.parseInt(found.group(2)))
				.format(found.group(1).equals("code") ? CODE : WRITTEN)));
		}
	}

}
