package vn.motcua;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Words after {@code start}.
 *
 * @param port port to listen on, 0 for any free one
 * @param data folder that keeps the database and the files
 * @param empty true for no demo cast
 */
record StartOptions(int port, Path data, boolean empty) {

	static StartOptions parse(List<String> words) {
		int port = 8080;
		Path data = Path.of("var");
		boolean empty = false;
		for (Iterator<String> rest = words.iterator(); rest.hasNext();) {
			switch (rest.next()) {
				case "--port" -> port = port(value(rest, "--port"));
				case "--data" -> data = Path.of(value(rest, "--data"));
				case "--empty" -> empty = true;
				case "--no-build" -> { }
				case String other -> throw new StartRefused("Unknown option: " + other + ". ./motcua help lists all.");
			}
		}
		return new StartOptions(port, data.toAbsolutePath().normalize(), empty);
	}

	/** Takes {@code --data DIR} out of another command's words. */
	static List<String> takeFrom(List<String> words) {
		int at = words.indexOf("--data");
		if (at < 0 || at + 1 >= words.size()) {
			return List.of();
		}
		List<String> taken = new ArrayList<>(words.subList(at, at + 2));
		words.subList(at, at + 2).clear();
		return taken;
	}

	Map<String, Object> properties() {
		return Map.of("server.port", port, "motcua.data", data.toString(), "motcua.demo", !empty);
	}

	private static String value(Iterator<String> rest, String option) {
		if (!rest.hasNext()) {
			throw new StartRefused(option + " needs a value.");
		}
		return rest.next();
	}

	private static int port(String value) {
		try {
			int port = Integer.parseInt(value);
			if (port >= 0 && port <= 65535) {
				return port;
			}
		}
		catch (NumberFormatException notANumber) {
			// refused below
		}
		throw new StartRefused("--port needs a number from 0 to 65535.");
	}

}
