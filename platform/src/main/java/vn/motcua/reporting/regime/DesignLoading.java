package vn.motcua.reporting.regime;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.kernel.cli.Loading;

/** {@code ./motcua load}: a file of indicators, dimensions, targets or how burden is measured (CSV), or of one regime (YAML). All of a file, or nothing. */
@Component
class DesignLoading implements Loading {

	private static final Set<String> HEADERS = Set.of(DesignCsv.INDICATORS, DesignCsv.DIMENSIONS, DesignCsv.TARGETS, DesignCsv.TARGETS_OF_AGENCIES, DesignCsv.BURDEN);

	private static final String CODE = "code: *[\"']?[A-Z0-9.-]{2,40}[\"']?( +#.*)?";

	private static final Set<String> OF_A_REGIME = Set.of("owner", "version", "valid_from", "period", "name", "subjects", "legal_basis", "tables");

	private static final int KEYS_THAT_TELL = 3;

	private static final int MOST_LINES = 20_000;

	private final DesignIntake intake;

	private final Design design;

	private final RegimeStore store;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DesignLoading(DesignIntake intake, Design design, RegimeStore store, TransactionTemplate transaction, Clock clock) {
		this.intake = intake;
		this.design = design;
		this.store = store;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** A regime by its code in the first line, or by what else it says first, in whatever order and after whatever comments. */
	@Override
	public boolean takes(String beginning) {
		List<String> lines = beginning.replace("\ufeff", "").lines().map(String::stripTrailing).filter(line -> !line.isBlank()).toList();
		String first = lines.isEmpty() ? "" : lines.getFirst().strip();
		if (HEADERS.contains(first) || first.matches(CODE)) {
			return true;
		}
		Set<String> keys = lines.stream().filter(line -> line.matches("[a-z_]+:( .*)?")).map(line -> line.substring(0, line.indexOf(':'))).collect(Collectors.toSet());
		return keys.contains("code") && keys.stream().filter(OF_A_REGIME::contains).count() >= KEYS_THAT_TELL;
	}

	@Override
	public Loaded load(BufferedReader file, boolean dryRun) throws IOException {
		String text = file.lines().limit(MOST_LINES).collect(Collectors.joining("\n")).replace("\ufeff", "");
		design.register();
		List<String> findings = transaction.execute(status -> {
			List<String> found = intake.take(text);
			if (dryRun || !found.isEmpty()) {
				status.setRollbackOnly();
			}
			else {
				store.changed(clock.instant());
				design.changed();
			}
			return found;
		});
		return new Loaded(text.lines().count() + " lines", findings == null ? List.of() : findings);
	}

}
