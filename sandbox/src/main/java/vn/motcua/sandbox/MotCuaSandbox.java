package vn.motcua.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The door: {@code java -jar motcua-sandbox.jar start|year}. */
public final class MotCuaSandbox {

	private static final long TICK_MS = 250;

	private final List<String> arguments;

	private final PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);

	private final Words words = Locale.getDefault().getLanguage().equals("en") ? Words.EN : Words.VI;

	private MotCuaSandbox(List<String> arguments) {
		this.arguments = new ArrayList<>(arguments);
	}

	/**
	 * Does what it is told.
	 * @param arguments the command and what belongs to it
	 */
	public static void main(String[] arguments) {
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
		System.exit(new MotCuaSandbox(List.of(arguments)).done());
	}

	private int done() {
		String command = arguments.isEmpty() ? "help" : arguments.removeFirst();
		try {
			return switch (command) {
				case "start" -> arguments.remove("--once") ? once() : start();
				case "year" -> year();
				default -> {
					out.println(words.text("usage"));
					yield command.equals("help") ? 0 : 2;
				}
			};
		}
		catch (SettingsProblem wrong) {
			out.println(wrong.getMessage());
			return 2;
		}
		catch (IOException failed) {
			out.println(failed.getMessage());
			return 1;
		}
		catch (InterruptedException stopped) {
			return 1;
		}
	}

	private int start() throws IOException, InterruptedException {
		Settings settings = SettingsReader.read(arguments);
		CountDownLatch stopping = new CountDownLatch(1);
		CountDownLatch stopped = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			stopping.countDown();
			try {
				stopped.await();
			}
			catch (InterruptedException atOnce) {
				Thread.currentThread().interrupt();
			}
		}));
		try (Sandbox sandbox = new Sandbox(settings); Control control = new Control(sandbox, settings.port())) {
			out.println(words.text("ready", "http://localhost:" + control.port() + "/"));
			do {
				sandbox.tick();
			}
			while (!stopping.await(TICK_MS, TimeUnit.MILLISECONDS));
		}
		finally {
			stopped.countDown();
		}
		return 0;
	}

	/** Everything that is past, compared, and done. */
	private int once() throws IOException, InterruptedException {
		try (Sandbox sandbox = new Sandbox(SettingsReader.read(arguments))) {
			String told = "";
			for (sandbox.tick(); !sandbox.settled(); sandbox.tick()) {
				String trouble = sandbox.trouble().orElse(told);
				if (!trouble.equals(told)) {
					out.println(trouble);
					told = trouble;
				}
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TICK_MS));
			}
			sandbox.store().states(sandbox.clocks()).forEach((state, count) -> out.println(words.text("state." + state) + ": " + count));
			if (sandbox.settings().way() == Way.MAPI) {
				return 0;
			}
			Comparing.Compared compared = sandbox.compare();
			out.println(words.text("compared.last", compared.days(), compared.same(), compared.again(), compared.other().size()));
			return compared.equal() ? 0 : 1;
		}
	}

	private int year() throws IOException {
		String folder = SettingsReader.option(arguments, "out");
		if (folder == null) {
			throw new SettingsProblem("out", "names the folder");
		}
		int rows = CsvYear.write(SettingsReader.read(arguments), Path.of(folder));
		out.println(words.text("year.done", rows, Path.of(folder).resolve("export")));
		return 0;
	}

}
