package vn.motcua.catalogue.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.calendar.TimeLimit;

/**
 * A file of offers: {@code procedure,agency,level,code_suffix,desk_address,desk_hours,fees,times,decision,decided_on,valid_from,valid_until}
 * with fees as {@code late-registration=5000;…} and times as {@code in-time.desk=1 working-hour;…}.
 */
final class OfferFile {

	static final String HEADER = "procedure,agency,level,code_suffix,desk_address,desk_hours,fees,times,decision,decided_on,valid_from,valid_until";

	private OfferFile() {
	}

	/** @param agency as written: an exchange code, or the statistics code of a province or commune */
	record Line(ProcedureCode code, String agency, Offer.Terms terms, LocalDate from, @Nullable LocalDate until) {
	}

	static List<Map<String, String>> rows(String text) {
		PriceTable table = BundleReader.table("offers", text);
		return table.rows();
	}

	/** @throws IllegalArgumentException with the name of the column that cannot be read */
	static Line line(Map<String, String> row) {
		String code = row.getOrDefault("procedure", "");
		if (!ProcedureCode.isWellFormed(code)) {
			throw new IllegalArgumentException("procedure");
		}
		Offer.Terms terms = new Offer.Terms(number(row, "level"), text(row, "code_suffix"), text(row, "desk_address"), text(row, "desk_hours"), fees(text(row, "fees")),
				times(text(row, "times")), optional(row, "decision"), day(row, "decided_on"));
		LocalDate from = day(row, "valid_from");
		if (from == null) {
			throw new IllegalArgumentException("valid_from");
		}
		return new Line(new ProcedureCode(code), text(row, "agency"), terms, from, day(row, "valid_until"));
	}

	static Map<String, Long> fees(String written) {
		Map<String, Long> fees = new LinkedHashMap<>();
		for (String[] pair : pairs(written, "fees")) {
			if (!pair[1].matches("\\d{1,12}")) {
				throw new IllegalArgumentException("fees");
			}
			fees.put(pair[0], Long.parseLong(pair[1]));
		}
		return fees;
	}

	static Map<String, Map<Channel, TimeLimit>> times(String written) {
		Map<String, Map<Channel, TimeLimit>> times = new HashMap<>();
		for (String[] pair : pairs(written, "times")) {
			int dot = pair[0].lastIndexOf('.');
			try {
				Channel channel = Channel.valueOf(pair[0].substring(dot + 1).toUpperCase(Locale.ROOT));
				times.computeIfAbsent(pair[0].substring(0, Math.max(0, dot)), id -> new EnumMap<>(Channel.class)).put(channel, limit(pair[1]));
			}
			catch (IllegalArgumentException wrong) {
				throw new IllegalArgumentException("times");
			}
		}
		return times;
	}

	/** {@code 5 working-day}. */
	static TimeLimit limit(String written) {
		String[] parts = written.strip().split(" ");
		if (parts.length != 2 || !parts[0].matches("\\d{1,4}")) {
			throw new IllegalArgumentException("times");
		}
		String unit = parts[1].endsWith("s") ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
		return new TimeLimit(Integer.parseInt(parts[0]), TimeLimit.Unit.valueOf(unit.toUpperCase(Locale.ROOT).replace('-', '_')));
	}

	private static List<String[]> pairs(String written, String column) {
		return java.util.Arrays.stream(written.split(";")).map(String::strip).filter(pair -> !pair.isEmpty()).map(pair -> {
			String[] sides = pair.split("=", 2);
			if (sides.length != 2) {
				throw new IllegalArgumentException(column);
			}
			return new String[] { sides[0].strip(), sides[1].strip() };
		}).toList();
	}

	private static int number(Map<String, String> row, String column) {
		String text = text(row, column);
		if (!text.matches("\\d")) {
			throw new IllegalArgumentException(column);
		}
		return Integer.parseInt(text);
	}

	private static @Nullable LocalDate day(Map<String, String> row, String column) {
		String text = text(row, column);
		try {
			return text.isEmpty() ? null : LocalDate.parse(text);
		}
		catch (DateTimeException wrong) {
			throw new IllegalArgumentException(column);
		}
	}

	private static @Nullable String optional(Map<String, String> row, String column) {
		String text = text(row, column);
		return text.isEmpty() ? null : text;
	}

	private static String text(Map<String, String> row, String column) {
		return row.getOrDefault(column, "").strip();
	}

}
