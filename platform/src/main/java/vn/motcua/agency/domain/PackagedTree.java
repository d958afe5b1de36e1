package vn.motcua.agency.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;

/** The packaged units and agencies without a database, for tools; without successions. */
final class PackagedTree {

	private final Map<String, LocalDate> days = new HashMap<>();

	private final List<Period> periods = new ArrayList<>(30_000);

	private final List<ExchangeCode> codes = new ArrayList<>(20_000);

	private PackagedTree() {
	}

	static AgencyTree read() {
		PackagedTree tree = new PackagedTree();
		tree.read("units.csv", cells -> tree.periods.add(tree.period(cells)));
		tree.read("agencies.csv", cells -> tree.periods.add(tree.period(cells)));
		tree.read("exchange_codes.csv", cells -> tree.codes.add(tree.code(cells)));
		tree.periods.sort(Comparator.comparingInt(Period::unit).thenComparing(Period::from));
		return AgencyTree.of(0, tree.periods, List.of(), tree.codes);
	}

	private void read(String file, Consumer<List<String>> row) {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(PackagedTree.class.getResourceAsStream("/vn/motcua/agency/data/" + file), StandardCharsets.UTF_8))) {
			reader.readLine();
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				row.accept(cells(line));
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private Period period(List<String> cells) {
		LocalDate until = cells.get(9).isEmpty() ? null : day(cells.get(9));
		return new Period(Integer.parseInt(cells.get(0)), Level.valueOf(cells.get(1).toUpperCase(Locale.ROOT)), cells.get(2), cells.get(3), maybe(cells.get(4)),
				maybe(cells.get(5)), number(cells.get(6)), number(cells.get(7)), cells.get(8).isEmpty() ? Period.RECORD_OPENS : day(cells.get(8)), until,
				sureness(cells.get(10)), sureness(cells.get(11)));
	}

	private ExchangeCode code(List<String> cells) {
		return new ExchangeCode(Integer.parseInt(cells.get(0)), ExchangeCode.Scheme.valueOf(cells.get(1).toUpperCase(Locale.ROOT)), cells.get(2),
				cells.get(3).isEmpty() ? Period.RECORD_OPENS : day(cells.get(3)), cells.get(4).isEmpty() ? null : day(cells.get(4)), cells.get(5).equals("yes"));
	}

	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>(12);
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int at = 0; at < line.length(); at++) {
			char sign = line.charAt(at);
			if (sign == '"') {
				quoted = !quoted;
			}
			else if (sign == ',' && !quoted) {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else {
				cell.append(sign);
			}
		}
		cells.add(cell.toString());
		return cells;
	}

	private LocalDate day(String text) {
		return days.computeIfAbsent(text, LocalDate::parse);
	}

	private static @Nullable String maybe(String text) {
		return text.isEmpty() ? null : text;
	}

	private static int number(String text) {
		return text.isEmpty() ? 0 : Integer.parseInt(text);
	}

	private static Sureness sureness(String text) {
		return text.isEmpty() ? Sureness.OPEN : Sureness.valueOf(text.toUpperCase(Locale.ROOT));
	}

}
