package vn.motcua.agent;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.jspecify.annotations.Nullable;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.source.Finding;

/** The findings of a command as a file; it takes the place of the one before, and there is none where nothing was found. */
final class FindingsFile implements Closeable {

	static final String NAME = "findings.csv";

	private final Path file;

	private final Path part;

	private final Mapping columns;

	private final Words words;

	private @Nullable Writer writer;

	private @Nullable FindingsCsv csv;

	private @Nullable IOException failed;

	FindingsFile(Path file, Mapping columns, Words words) {
		this.file = file.toAbsolutePath();
		this.part = this.file.resolveSibling(file.getFileName() + ".part");
		this.columns = columns;
		this.words = words;
	}

	/** Adds a row. */
	@FunctionalInterface
	private interface Row {

		void addTo(FindingsCsv csv) throws IOException;

	}

	/** All that is known. */
	void add(AgentState state) {
		state.findings(FindingsCsv.MOST).forEach(this::add);
		state.refusals().forEach(this::add);
	}

	void add(Finding finding) {
		add(csv -> csv.add(finding));
	}

	void add(Refusal refusal) {
		add(csv -> csv.add(refusal));
	}

	/** A file that cannot be written hides nothing of what the command says. */
	private void add(Row row) {
		try {
			if (csv == null && failed == null) {
				Files.createDirectories(part.getParent());
				writer = Files.newBufferedWriter(part);
				csv = new FindingsCsv(writer, columns, words);
			}
			if (csv != null) {
				row.addTo(csv);
			}
		}
		catch (IOException notWritten) {
			failed = notWritten;
			csv = null;
		}
	}

	/** Puts the file into its place. */
	@Override
	public void close() {
		try {
			if (writer != null) {
				writer.close();
			}
			if (csv != null) {
				Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
			}
			else {
				Files.deleteIfExists(part);
				Files.deleteIfExists(file);
			}
		}
		catch (IOException notWritten) {
			failed = notWritten;
		}
	}

	/** Where everything stands, once it is closed; empty where there is nothing. */
	String told() {
		if (failed != null) {
			return words.text("findings.unwritten", file, failed);
		}
		return csv == null ? "" : words.text(csv.rows() > FindingsCsv.MOST ? "findings.file.more" : "findings.file", csv.rows(), file, FindingsCsv.MOST);
	}

}
