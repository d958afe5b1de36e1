package vn.motcua.agency.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.motcua.agency.WorkingCalendars;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.cli.Command;
import vn.motcua.kernel.cli.Loading;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** {@code ./motcua load FILE|DIR [--on YYYY-MM-DD] [--dry-run]}: the import of a tree, a working calendar or what other modules take in, without a page. */
@Component
class LoadCommand implements Command {

	private static final int FINE = 0;

	private static final int FINDINGS = 1;

	private static final int WRONG_WORDS = 2;

	private static final int MOST_CHANGES_PRINTED = 200;

	/** Enough to see what a file is, however long its comments. */
	private static final int BYTES_THAT_TELL = 32_000;

	private final TreeImports imports;

	private final WorkingCalendars calendars;

	private final List<Loading> others;

	private final Clock clock;

	LoadCommand(TreeImports imports, WorkingCalendars calendars, List<Loading> others, Clock clock) {
		this.imports = imports;
		this.calendars = calendars;
		this.others = others;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "load";
	}

	@Override
	public String usage() {
		return "load FILE|DIR [--on YYYY-MM-DD] [--dry-run]   import agencies (CSV or XLSX), working calendars, offers, indicators, targets (CSV), report regimes (YAML)";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		List<String> words = new ArrayList<>(arguments);
		boolean dryRun = words.remove("--dry-run");
		try {
			LocalDate on = on(words);
			if (words.size() != 1) {
				out.println(usage());
				return WRONG_WORDS;
			}
			Path named = Path.of(words.getFirst());
			if (!Files.isDirectory(named)) {
				return load(named, beginning(named), on, dryRun, out);
			}
			int status = FINE;
			for (Path file : files(named)) {
				status = Math.max(status, ofFolder(file, on, dryRun, out));
			}
			return status;
		}
		catch (IOException | DateTimeException wrong) {
			out.println(wrong.getMessage());
			return WRONG_WORDS;
		}
	}

	private LocalDate on(List<String> words) {
		int at = words.indexOf("--on");
		if (at < 0) {
			return LocalDate.now(clock.withZone(Page.ZONE));
		}
		words.remove(at);
		return LocalDate.parse(at < words.size() ? words.remove(at) : "");
	}

	/** By their names; what is written in YAML comes after the tables that it may name. */
	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted(Comparator.comparing((Path file) -> yaml(file)).thenComparing(Comparator.naturalOrder())).toList();
		}
	}

	/** What is not taken is said; YAML that nobody takes was meant to be and is a finding. */
	private int ofFolder(Path file, LocalDate on, boolean dryRun, PrintStream out) throws IOException {
		if (Files.isDirectory(file)) {
			out.println(file + ": skipped: a folder; load it by its own name");
			return FINE;
		}
		String name = ending(file);
		if (!yaml(file) && !name.endsWith(".csv") && !name.endsWith(".xlsx")) {
			out.println(file + ": skipped: neither CSV, XLSX nor YAML");
			return FINE;
		}
		return load(file, beginning(file), on, dryRun, out);
	}

	private int load(Path file, String beginning, LocalDate on, boolean dryRun, PrintStream out) throws IOException {
		Optional<Loading> other = others.stream().filter(loading -> loading.takes(beginning)).findFirst();
		if (other.isPresent()) {
			return load(file, other.get(), dryRun, out);
		}
		if (yaml(file)) {
			out.println(file + ": skipped: no kind of file that is loaded here; that of a report regime has code, owner, version, period, name … at the left edge");
			return FINDINGS;
		}
		return WorkingCalendars.isCalendar(beginning.lines().findFirst().orElse("")) ? loadCalendar(file, dryRun, out) : load(file, on, dryRun, out);
	}

	private static boolean yaml(Path file) {
		return ending(file).endsWith(".yaml") || ending(file).endsWith(".yml");
	}

	private static String ending(Path file) {
		return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
	}

	private static int load(Path file, Loading loading, boolean dryRun, PrintStream out) throws IOException {
		try (BufferedReader reader = Files.newBufferedReader(file)) {
			Loading.Loaded loaded = loading.load(reader, dryRun);
			loaded.findings().forEach(finding -> out.println(file + ": " + finding));
			out.println(file + ": " + loaded.lines() + ", problems " + loaded.findings().size());
			return loaded.findings().isEmpty() ? FINE : FINDINGS;
		}
	}

	private static String beginning(Path file) throws IOException {
		try (InputStream content = Files.newInputStream(file)) {
			return new String(content.readNBytes(BYTES_THAT_TELL), StandardCharsets.UTF_8);
		}
	}

	private int loadCalendar(Path file, boolean dryRun, PrintStream out) throws IOException {
		try (BufferedReader reader = Files.newBufferedReader(file)) {
			WorkingCalendars.Loaded loaded = calendars.load(reader, dryRun);
			loaded.findings().forEach(finding -> out.println(file + ": " + finding));
			out.println(file + ": " + loaded.days() + " days, problems " + loaded.findings().size());
			return loaded.findings().isEmpty() ? FINE : FINDINGS;
		}
	}

	private int load(Path file, LocalDate on, boolean dryRun, PrintStream out) throws IOException {
		try {
			if (Files.size(file) > TreeFile.MOST_BYTES) {
				throw TreeFile.tooLarge();
			}
			byte[] content = Files.readAllBytes(file);
			TreePlan plan = imports.preview(content, on);
			print(file, plan, out);
			if (!plan.problems().isEmpty()) {
				return FINDINGS;
			}
			if (!dryRun && !plan.changes().isEmpty()) {
				UUID id = imports.putUp(String.valueOf(file.getFileName()), content, on, Actor.platform());
				imports.apply(id, imports.treeVersion(), Actor.platform());
				out.println(file + ": applied from " + on);
			}
			return FINE;
		}
		catch (ProblemException refused) {
			out.println(file + ":1: " + refused.code().code() + ": " + refused.values());
			return FINDINGS;
		}
	}

	private static void print(Path file, TreePlan plan, PrintStream out) {
		plan.problems().forEach(problem -> out.println(file + ":" + problem.line() + ": " + problem.code() + ": " + problem.field() + " " + problem.value()));
		plan.changes().stream().limit(MOST_CHANGES_PRINTED)
			.forEach(change -> out.println(file + ":" + change.line() + ": " + change.kind() + " " + change.code() + " " + change.unit() + " → " + change.after()));
		StringBuilder counts = new StringBuilder();
		for (Change.Kind kind : Change.Kind.values()) {
			counts.append(' ').append(kind).append(' ').append(plan.count(kind));
		}
		out.println(file + ":" + counts + ", problems " + plan.problems().size());
	}

}
