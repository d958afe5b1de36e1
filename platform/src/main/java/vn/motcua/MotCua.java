package vn.motcua;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import vn.motcua.kernel.cli.Command;

/** The one door: {@code ./motcua start | service | ledger | audit | load | help}. */
public final class MotCua {

	private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private MotCua() {
	}

	public static void main(String[] words) {
		List<String> arguments = new ArrayList<>(Arrays.asList(words));
		String name = arguments.isEmpty() ? "help" : arguments.removeFirst();
		try {
			int status = switch (name) {
				case "start" -> start(arguments);
				case "warm" -> warm(arguments);
				default -> run(name, arguments);
			};
			if (status != 0) {
				System.exit(status);
			}
		}
		catch (RuntimeException failed) {
			System.err.println(StartRefused.behind(failed).orElseThrow(() -> failed).getMessage());
			System.exit(1);
		}
	}

	/** Starts the platform and stays; stopping ends requests first, then the rooms, then the database. */
	static int start(List<String> arguments) {
		StartOptions options = StartOptions.parse(arguments);
		Database database = Database.open(options);
		ConfigurableApplicationContext context;
		try {
			SpringApplication application = application(options, database).build();
			application.setRegisterShutdownHook(false);
			context = application.run();
		}
		catch (RuntimeException failed) {
			database.close();
			throw portInUse(failed, options).<RuntimeException>map(refused -> refused).orElse(failed);
		}
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			context.close();
			database.close();
		}, "stop"));
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		OUT.println("Một Cửa is ready: http://localhost:" + port);
		return 0;
	}

	private static Optional<StartRefused> portInUse(Throwable failed, StartOptions options) {
		for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
			if (cause instanceof PortInUseException || cause instanceof java.net.BindException) {
				return Optional.of(new StartRefused("Port " + options.port() + " is in use. Choose another with --port."));
			}
		}
		return Optional.empty();
	}

	/** Starts and stops, so that the JVM can remember what a start loads. */
	private static int warm(List<String> arguments) {
		StartOptions options = StartOptions.parse(arguments);
		try (Database database = Database.open(options); ConfigurableApplicationContext context = application(options, database).run()) {
			context.getId();
		}
		System.exit(0);
		return 0;
	}

	private static SpringApplicationBuilder application(StartOptions options, Database database) {
		return new SpringApplicationBuilder(MotCuaApplication.class).initializers(context -> {
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("start", options.properties()));
			context.getEnvironment().getPropertySources().addFirst(database.properties());
			// from here on the log is written as the settings say
			database.migrate();
		});
	}

	private static int run(String name, List<String> arguments) {
		for (Command command : ServiceLoader.load(Command.class)) {
			if (command.name().equals(name)) {
				return command.run(arguments, OUT);
			}
		}
		return runOnDatabase(name, arguments);
	}

	private static int runOnDatabase(String name, List<String> arguments) {
		StartOptions options = StartOptions.parse(StartOptions.takeFrom(arguments));
		try (Database database = Database.open(options);
				ConfigurableApplicationContext context = application(options, database).web(WebApplicationType.NONE)
					.initializers(started -> started.getEnvironment().getPropertySources().addFirst(new MapPropertySource("command", Map.of("motcua.work", false))))
					.run()) {
			List<Command> commands = context.getBeansOfType(Command.class).values().stream().sorted(Comparator.comparing(Command::name)).toList();
			for (Command command : commands) {
				if (command.name().equals(name)) {
					return command.run(arguments, OUT);
				}
			}
		}
		OUT.println("Unknown command: " + name + ". ./motcua help lists all.");
		return 2;
	}

}
