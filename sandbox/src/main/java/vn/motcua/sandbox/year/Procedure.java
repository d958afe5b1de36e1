package vn.motcua.sandbox.year;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What people ask the desk for (<i>thủ tục</i>).
 *
 * @param code code in the national catalogue
 * @param name its name
 * @param field code of its field
 * @param share how often it is asked for, against the others
 * @param hours working hours that the agency promises
 * @param feeVnd what it costs
 * @param enterprises percent of applicants that are enterprises
 * @param season months in which it is asked for half as often again
 */
public record Procedure(String code, String name, String field, int share, int hours, long feeVnd, int enterprises, Set<Integer> season) {

	/** Everything that this desk offers. */
	public static final List<Procedure> ALL = read();

	/** Promised while one waits. */
	boolean immediate() {
		return hours <= 8;
	}

	static Procedure pick(RandomGenerator random, int month) {
		int all = ALL.stream().mapToInt(procedure -> procedure.weight(month)).sum();
		int place = random.nextInt(all);
		for (Procedure procedure : ALL) {
			place -= procedure.weight(month);
			if (place < 0) {
				return procedure;
			}
		}
		throw new IllegalStateException("shares do not add up");
	}

	private int weight(int month) {
		return share * (season.contains(month) ? 3 : 2);
	}

	private static List<Procedure> read() {
		try (BufferedReader file = new BufferedReader(new InputStreamReader(
				Objects.requireNonNull(Procedure.class.getResourceAsStream("/year/procedures.csv")), StandardCharsets.UTF_8))) {
			return file.lines().skip(1).map(Procedure::of).toList();
		}
		catch (IOException notPacked) {
			throw new UncheckedIOException(notPacked);
		}
	}

	private static Procedure of(String line) {
		String[] cells = line.split(";", -1);
		return new Procedure(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), Integer.parseInt(cells[4]), Long.parseLong(cells[5]), Integer.parseInt(cells[6]),
				Arrays.stream(cells[7].split(",")).filter(month -> !month.isEmpty()).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet()));
	}

}
