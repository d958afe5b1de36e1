package vn.motcua.agent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.source.Source;
import vn.motcua.sdk.Reconciliation;
import vn.motcua.sdk.Refused;

/** The door: {@code java -jar motcua-agent.jar try|run|once|reconcile|sample}. */
public final class MotCuaAgent {

	private final List<String> arguments;

	private final PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);

	private Words words = Words.in(Locale.getDefault());

	private MotCuaAgent(List<String> arguments) {
		this.arguments = new ArrayList<>(arguments);
	}

	/**
	 * Does what it is told.
	 * @param arguments the command and what belongs to it
	 */
	public static void main(String[] arguments) {
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
		System.exit(new MotCuaAgent(List.of(arguments)).done());
	}

	private int done() {
		String command = arguments.isEmpty() ? "help" : arguments.remove(0);
		try {
			return switch (command) {
				case "run" -> run(settings(false));
				case "once" -> once(settings(false));
				case "try" -> trial(settings(true));
				case "reconcile" -> reconcile();
				case "sample" -> sample();
				default -> usage(command.equals("help") ? 0 : 2);
			};
		}
		catch (SettingsProblem wrong) {
			out.println("agent.yaml: " + wrong.getMessage());
			return 2;
		}
		catch (Refused refused) {
			out.println(switch (refused.code()) {
				case "invalid_client" -> words.text("key");
				case "unauthorized_client" -> words.text("unapproved");
				default -> refused.getMessage();
			});
			return 1;
		}
		catch (IOException failed) {
			out.println(failed.getMessage() == null || failed instanceof FileSystemException ? failed : failed.getMessage());
			return 1;
		}
		catch (InterruptedException stopped) {
			return 1;
		}
	}

	private int usage(int code) {
		out.println(words.text("usage"));
		return code;
	}

	private Settings settings(boolean trial) throws IOException {
		Settings settings = SettingsReader.read(Path.of(arguments.isEmpty() || arguments.get(0).startsWith("--") ? "agent.yaml" : arguments.remove(0)), trial);
		words = Words.in(settings.language());
		return settings;
	}

	private int run(Settings settings) throws IOException, InterruptedException {
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
		try (Agent agent = new Agent(settings, stopping)) {
			agent.run(() -> out.println(words.text("run.ready", settings.page())));
			out.println(words.text("run.stop"));
		}
		finally {
			stopped.countDown();
		}
		return 0;
	}

	/** Code 0 where nothing is left to be mended, also of what earlier calls found. */
	private int once(Settings settings) throws IOException, InterruptedException {
		FindingsFile findings = findings(settings);
		try (Agent agent = new Agent(settings, new CountDownLatch(1))) {
			agent.once();
			if (agent.skipped() > 0) {
				out.println(words.text("skipped", agent.skipped()));
			}
			agent.tell(findings);
			boolean found = tell(findings);
			out.println(words.text("once.end", agent.counted("applied"), agent.counted("duplicate"), agent.counted("stale"), agent.counted("rejected"), agent.findings()));
			agent.fetchInbox();
			Optional<Source.Nowhere> nowhere = settings.source().nowhere();
			nowhere.ifPresent(where -> out.println(words.nowhere(where)));
			return nowhere.isEmpty() && agent.counted("rejected") == 0 && agent.findings() == 0 && !found ? 0 : 1;
		}
	}

	private FindingsFile findings(Settings settings) {
		return new FindingsFile(Path.of(option("--findings", settings.state().resolve(FindingsFile.NAME).toString())), settings.mapping(), words);
	}

	/** Closes the file and says where it is; whether there was something to say. */
	private boolean tell(FindingsFile findings) {
		findings.close();
		if (!findings.told().isEmpty()) {
			out.println(findings.told());
		}
		return !findings.told().isEmpty();
	}

	private int trial(Settings settings) throws IOException, InterruptedException {
		try (AgentState known = known(settings)) {
			FindingsFile findings = findings(settings);
			Trial trial = new Trial(settings, known, words, out, findings);
			settings.source().read(trial);
			boolean agreed = trial.end(settings.source());
			tell(findings);
			out.println(words.text("try.nothing"));
			return agreed ? 0 : 1;
		}
	}

	/** Where an agent is at work with what is known, rows are counted from the beginning: the ledger then knows them. */
	private AgentState known(Settings settings) {
		try {
			return AgentState.reading(settings.state());
		}
		catch (IOException atWork) {
			out.println(words.text("try.state", settings.state()));
			return AgentState.inMemory();
		}
	}

	private int reconcile() throws IOException, InterruptedException {
		Settings settings = settings(false);
		int days = arguments.contains("--all") ? 0 : Integer.parseInt(option("--days", settings.reconcile() == null ? "30" : String.valueOf(settings.reconcile().days())));
		int equal = 0;
		long older;
		List<Reconciler.Compared> compared;
		try (Agent agent = new Agent(settings, new CountDownLatch(1))) {
			agent.drain();
			out.println(words.text("reconcile.begin", agent.sentDays(), Progress.SECONDS));
			try (Progress telling = new Progress(() -> out.println(words.text("reconcile.progress", agent.comparedDays())))) {
				compared = agent.reconcile(days);
			}
			agent.drain();
			older = agent.older(days);
		}
		for (Reconciler.Compared day : compared) {
			equal += day.equal() ? 1 : 0;
			if (day.own() > 0 || day.theirs() > 0) {
				out.println(words.text("reconcile.day", day.day(), day.agency(), day.own(), day.theirs(), day.sent(), day.left().size()));
			}
			for (Reconciliation.Difference left : day.left()) {
				out.println("  " + words.text("reconcile.line", left.code(), left.seq(), words.text(left.own() == null ? "reconcile.theirs" : "reconcile.other")));
			}
		}
		if (older > 0) {
			out.println(words.text("reconcile.older", older));
		}
		long agencies = compared.stream().map(Reconciler.Compared::agency).distinct().count();
		out.println(words.text(agencies > 1 ? "reconcile.end.agencies" : "reconcile.end", compared.size(), equal, agencies));
		return equal == compared.size() ? 0 : 1;
	}

	private String option(String name, @Nullable String otherwise) {
		int place = arguments.indexOf(name);
		String value = place < 0 || place + 1 == arguments.size() ? otherwise : arguments.get(place + 1);
		if (value == null || name.equals("--days") && !value.matches("[1-9]\\d{0,3}")) {
			throw new SettingsProblem(name, "needs a value");
		}
		return value;
	}

	private int sample() throws IOException {
		if (arguments.isEmpty()) {
			return usage(2);
		}
		Path folder = Path.of(arguments.get(0));
		Sample.write(folder, option("--server", "http://localhost:8080"));
		out.println(words.text("sample.done", folder));
		return 0;
	}

}
