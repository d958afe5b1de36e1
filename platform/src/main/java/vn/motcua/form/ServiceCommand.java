package vn.motcua.form;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleRefused;
import vn.motcua.catalogue.bundle.BundleRule;
import vn.motcua.catalogue.bundle.BundleRules;
import vn.motcua.catalogue.bundle.CodeCheck;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.ProcessCheck;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.catalogue.feel.TerritoryAreas;
import vn.motcua.form.making.NewCommand;
import vn.motcua.form.preview.PreviewServer;
import vn.motcua.kernel.cli.Command;

/** {@code ./motcua service check|try|publish DIR} and {@code import-… FILE}: works on a folder, without a server and without a database. */
public final class ServiceCommand implements Command {

	@Override
	public String name() {
		return "service";
	}

	@Override
	public String usage() {
		return """
				service new [DIR] [--answers FILE]                            write a new bundle from a few answers
				service check|try DIR …                                       find mistakes; run the examples
				service preview DIR [--port N]                                show form, process, receipt and results in the browser
				service diff OLD NEW [--lang vi|en]                           what changed between two folders or zip files of versions
				service publish DIR --server URL --token TOKEN                publish
				    … --decision NUMBER --decided DAY --effective DAY         propose to publish by this decision; a second person approves
				service import-formio|import-procedure FILE [DIR]             a draft from another system""";
	}

	@Override
	public int run(List<String> arguments, PrintStream out) {
		if (!arguments.isEmpty() && ImportCommand.IMPORTS.containsKey(arguments.getFirst())) {
			return new ImportCommand(this, out).run(arguments.getFirst(), arguments.subList(1, arguments.size()));
		}
		if (!arguments.isEmpty() && arguments.getFirst().equals("new")) {
			return begin(new ArrayList<>(arguments.subList(1, arguments.size())), out);
		}
		if (arguments.size() > 1 && arguments.getFirst().equals("preview")) {
			return preview(new ArrayList<>(arguments.subList(1, arguments.size())), out);
		}
		if (arguments.size() > 2 && arguments.getFirst().equals("diff")) {
			return new DiffCommand(out).run(new ArrayList<>(arguments.subList(1, arguments.size())));
		}
		if (arguments.size() < 2 || !List.of("check", "try", "publish").contains(arguments.getFirst())) {
			out.println(usage());
			return 2;
		}
		if (arguments.getFirst().equals("publish")) {
			return new PublishCommand(this, out).run(arguments.subList(1, arguments.size()));
		}
		boolean trying = arguments.getFirst().equals("try");
		Tools tools = new Tools();
		int status = 0;
		for (String folder : arguments.subList(1, arguments.size())) {
			status = Math.max(status, trying ? tryOut(tools, Path.of(folder), out) : check(tools, Path.of(folder), out));
		}
		return status;
	}

	private int preview(List<String> words, PrintStream out) {
		String port = PublishCommand.take(words, "--port");
		if (words.size() != 1 || port != null && !port.matches("\\d{1,5}") || !Files.isDirectory(Path.of(words.getFirst()))) {
			out.println(usage());
			return 2;
		}
		Tools tools = new Tools();
		check(tools, Path.of(words.getFirst()), out);
		try (PreviewServer server = new PreviewServer(Path.of(words.getFirst()), port == null ? 8090 : Integer.parseInt(port), tools.tree.get(), tools.areas)) {
			server.run(out);
			return 0;
		}
		catch (IOException | IllegalArgumentException taken) {
			out.println("The port cannot be used: " + taken.getMessage() + ". Choose another with --port.");
			return 1;
		}
	}

	private int begin(List<String> words, PrintStream out) {
		String answers = PublishCommand.take(words, "--answers");
		if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("-"))) {
			out.println(usage());
			return 2;
		}
		Path written = new NewCommand(System.in, out).run(words.isEmpty() ? null : words.getFirst(), answers, Path.of("drafts"));
		if (written == null) {
			return 1;
		}
		Tools tools = new Tools();
		int status = Math.max(check(tools, written, out), tryOut(tools, written, out));
		out.println("\nWritten: " + written + ". Next: change the files, then ./motcua service check " + written + ", preview, publish. Guide: docs/user/new-service.md");
		return status;
	}

	/** Prints every finding; 0 when there is none. */
	int check(Path folder, PrintStream out) {
		return check(new Tools(), folder, out);
	}

	private static int check(Tools tools, Path folder, PrintStream out) {
		List<Finding> findings = findings(tools, folder);
		findings.forEach(finding -> out.println(folder.resolve(finding.file()) + ":" + finding.line() + ": " + finding.rule() + ": " + finding.message()));
		if (findings.isEmpty()) {
			out.println(folder + ": fine");
		}
		return findings.isEmpty() ? 0 : 1;
	}

	private static int tryOut(Tools tools, Path folder, PrintStream out) {
		try {
			List<ExampleRun> runs = tools.examples.runs(bundle(folder));
			runs.forEach(run -> print(run, folder, out));
			return runs.stream().allMatch(run -> run.disagreements().isEmpty()) ? 0 : 1;
		}
		catch (BundleRefused unreadable) {
			unreadable.findings().forEach(finding -> out.println(folder.resolve(finding.file()) + ":" + finding.line() + ": " + finding.rule() + ": " + finding.message()));
			return 1;
		}
	}

	private static void print(ExampleRun run, Path folder, PrintStream out) {
		out.println((run.disagreements().isEmpty() ? "✓ " : "✗ ") + run.name());
		out.println("    case " + run.caseId() + ", components " + run.components() + ", fee " + run.feeVnd() + " đồng" + (run.dueAt() == null ? "" : ", due " + run.dueAt()));
		run.problems().forEach(problem -> out.println("    problem " + problem.pointer() + " " + problem.code()));
		run.disagreements().forEach(finding -> out.println("    " + folder.resolve(finding.file()) + ":" + finding.line() + ": " + finding.rule() + ": " + finding.message()));
	}

	private static List<Finding> findings(Tools tools, Path folder) {
		try {
			return BundleRules.check(bundle(folder), tools.rules);
		}
		catch (BundleRefused unreadable) {
			return unreadable.findings();
		}
	}

	static Bundle bundle(Path folder) {
		try {
			if (Files.isDirectory(folder)) {
				return Bundle.of(folder);
			}
		}
		catch (IOException unreadable) {
			// refused below
		}
		throw new BundleRefused(List.of(new Finding(Bundle.SERVICE, 1, "bundle-folder", "This is not a folder that can be read.")));
	}

	/** What checks need; the tree of units is read while the rest of the bundle is. */
	private static final class Tools {

		private final CompletableFuture<Agencies> agencies = CompletableFuture.supplyAsync(Agencies::packaged);

		private final Supplier<Agencies> tree = agencies::join;

		private final AreaRule areas = (province, district) -> new TerritoryAreas(tree.get(), Clock.systemUTC()).higher(province, district);

		private final ExampleCheck examples = new ExampleCheck(tree, WorkingCalendars::packaged, areas);

		private final List<BundleRule> rules = List.of(new FormCheck(), new ProcessCheck(), new CodeCheck(tree, Clock.systemUTC()), new ResultCheck(), examples);

	}

}
