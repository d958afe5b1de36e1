package vn.motcua.reporting.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Provinces as tiles about where they lie, the 63 until 30/06/2025 and the 34 since. The archipelagos Hoàng Sa and Trường Sa have tiles of their own beside
 * the provinces they belong to and show those provinces' figures.
 */
public final class Tiles {

	private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);

	private static final int SHADES = 5;

	private static final int COLUMNS = 6;

	/** @param island name of an archipelago that belongs to the province of the row; {@code null} for the province itself @param shade 1 to 5, 0 without a figure */
	public record Tile(Answer.Row row, @Nullable String island, int column, int line, int shade) {
	}

	private record Place(int unit, @Nullable String island, int column, int line) {
	}

	private static final Map<String, List<Place>> PLACES = read();

	private Tiles() {
	}

	public static List<Tile> of(List<Answer.Row> rows, int column, LocalDate day) {
		Map<Integer, Answer.Row> byUnit = new HashMap<>();
		rows.stream().filter(row -> row.unit().level() == UnitLevel.PROVINCE).filter(row -> row.unit().until() == null || row.unit().until().isAfter(day))
			.forEach(row -> byUnit.put(row.unit().number(), row));
		BigDecimal[] bounds = bounds(byUnit.values().stream().map(row -> row.value(column)).filter(java.util.Objects::nonNull).sorted().toList());
		List<Tile> tiles = new ArrayList<>();
		int last = 0;
		Map<Integer, Answer.Row> rest = new HashMap<>(byUnit);
		for (Place place : PLACES.getOrDefault(day.isBefore(MERGED) ? "63" : "34", List.of())) {
			Answer.Row row = byUnit.get(place.unit());
			last = Math.max(last, place.line());
			if (row != null) {
				tiles.add(new Tile(row, place.island(), place.column(), place.line(), shade(row.value(column), bounds)));
				rest.remove(place.unit());
			}
		}
		int at = 0;
		for (Answer.Row row : rest.values()) {
			if (PLACES.values().stream().flatMap(List::stream).noneMatch(place -> place.unit() == row.unit().number())) {
				tiles.add(new Tile(row, null, at % COLUMNS, last + 1 + at / COLUMNS, shade(row.value(column), bounds)));
				at++;
			}
		}
		return tiles;
	}

	private static BigDecimal[] bounds(List<BigDecimal> values) {
		BigDecimal[] bounds = new BigDecimal[values.isEmpty() ? 0 : SHADES - 1];
		for (int i = 0; i < bounds.length; i++) {
			bounds[i] = values.get(Math.min(values.size() - 1, values.size() * (i + 1) / SHADES));
		}
		return bounds;
	}

	private static int shade(@Nullable BigDecimal value, BigDecimal[] bounds) {
		if (value == null) {
			return 0;
		}
		int shade = 1;
		for (BigDecimal bound : bounds) {
			shade += value.compareTo(bound) >= 0 ? 1 : 0;
		}
		return shade;
	}

	private static Map<String, List<Place>> read() {
		Map<String, List<Place>> places = new HashMap<>();
		try (BufferedReader file = new BufferedReader(new InputStreamReader(java.util.Objects.requireNonNull(Tiles.class.getResourceAsStream("/vn/motcua/reporting/tiles.csv")), StandardCharsets.UTF_8))) {
			file.readLine();
			for (String line = file.readLine(); line != null; line = file.readLine()) {
				String[] cells = line.split(",", -1);
				places.computeIfAbsent(cells[0], map -> new ArrayList<>())
					.add(new Place(Integer.parseInt(cells[1]), cells[4].isEmpty() ? null : cells[4], Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return places;
	}

}
