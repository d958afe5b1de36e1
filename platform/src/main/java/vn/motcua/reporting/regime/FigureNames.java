package vn.motcua.reporting.regime;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.site.Messages;

/** What words of a form stand for: known indicators by their names, items of dimensions, units. */
final class FigureNames {

	private static final int LONGEST_SIGN = 4;

	private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{1,40})\\)");

	private static final Pattern AGENCIES = Pattern.compile("(ten )?(don vi hanh chinh|dia ban|dia phuong|tinh|huyen|xa|quan|tinh, thanh pho.*|xa, phuong.*|tinh/.*|huyen/.*|xa/.*)");

	private static final Pattern AGENCY = Pattern.compile("([Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]ỉnh|[Đđ]ặc khu) \\p{Lu}.{0,40}");

	private static final Pattern LAST_BRACKETS = Pattern.compile(".*\\(([^()]{1,20})\\)\\s*");

	/** Words that are units and no remarks. */
	private static final Pattern SURE = Pattern.compile("[\\p{L}µ°]{1,8}/(ha|kg|lit|m2|m3|m²|m³|nguoi|ngay|thang|nam|gio|km|km2|km²|luot|vu|ho|lop|giuong|con|tan|kwh|dan)|con|cai|chiec|ca|lop|em|tre|hoc sinh|lan|suat|ta|kg|lit|m3|m³|m2|m²|mw|kwh|usd|gio|buoi|ngay cong|lieu|mui|bo|to|quyen|hop|goi|hoi nghi|tin|bai");

	private static final Pattern NUMBER_OF = Pattern.compile("[^\\p{L}]*(?:tong )?so (\\p{L}+)(?: (\\p{L}+))?.*");

	private static final Pattern WHOLE = Pattern.compile("(tong so|tong cong|tong|cong|total|so luong|thuc hien|so lieu.*)");

	private static final Pattern SHARE = Pattern.compile("(?!.*‰)([^\\p{L}]*((ty|ti) (le|trong)|toc do tang)\\b.*|.*(?<!\\d)(?<!\\d )%.*)");

	private static final Pattern COUNT = Pattern.compile("(so|tong|cac|danh sach|gia tri|kinh phi|von|dien tich|san luong)\\b.*");

	private final Map<String, IndicatorCode> byName = new HashMap<>();

	private final Map<String, Breakdown> byItem = new HashMap<>();

	private final List<Dimension> dimensions;

	private final UnitWords units;

	private final Map<IndicatorCode, String> known = new HashMap<>();

	FigureNames(List<Indicator> indicators, List<Dimension> dimensions, Messages messages) {
		this.dimensions = dimensions;
		units = new UnitWords(indicators, messages);
		for (Indicator indicator : indicators) {
			byName.putIfAbsent(plain(indicator.name().vi()), indicator.code());
			known.put(indicator.code(), plain(indicator.name().vi()));
		}
		for (Dimension dimension : dimensions) {
			dimension.items().forEach(item -> byItem.putIfAbsent(RegimeController.folded(item.name().vi()), new Breakdown(dimension.code() + "=" + item.code())));
		}
	}

	boolean known(IndicatorCode code) {
		return known.containsKey(code);
	}

	/** An indicator with exactly this name. */
	@Nullable IndicatorCode called(String name) {
		return byName.get(plain(name));
	}

	boolean called(IndicatorCode code, String name) {
		return plain(name).equals(known.get(code));
	}

	/** Whether a heading says that its column is the whole. */
	boolean total(String heading) {
		return WHOLE.matcher(plain(heading)).matches();
	}

	/** Whether rows are agencies, each of which sends a report of its own. */
	boolean agencies(String heading, List<String> rows) {
		return rows.size() > 1 && (AGENCIES.matcher(RegimeController.folded(heading)).matches() || rows.stream().filter(row -> AGENCY.matcher(row).matches()).count() > 2);
	}

	/** Whether what is called so sounds like a share, of which no sum is any. */
	boolean share(String text) {
		String folded = RegimeController.folded(text);
		return SHARE.matcher(folded).matches() && !COUNT.matcher(folded).matches();
	}

	/** Which part a column's heading names; the whole when it names none. */
	Breakdown breakdown(String heading) {
		String folded = plain(heading);
		return WHOLE.matcher(folded).matches() ? Breakdown.WHOLE : byItem.getOrDefault(folded.replaceFirst("^(trong do:?|chia ra:?) ", ""), Breakdown.WHOLE);
	}

	/** A part that a tag names and no dimension has. */
	Optional<UnknownPart> unknown(Breakdown breakdown) {
		return UnknownPart.of(breakdown, dimensions);
	}

	/** Unit that a text is or names in brackets. */
	String unit(String text, String otherwise) {
		String whole = units.find(text, "");
		return whole.isEmpty() ? bracketed(text, otherwise) : whole;
	}

	/** Unit that a text names in brackets. */
	String bracketed(String text, String otherwise) {
		for (Matcher brackets = BRACKETS.matcher(text); brackets.find();) {
			String named = units.find(brackets.group(1), "");
			if (!named.isEmpty()) {
				return named;
			}
		}
		return otherwise;
	}

	/** Unit that a row's name ends with in brackets, also one that nobody used before where it can be nothing else. */
	String named(String name) {
		String known = unit(name, "");
		Matcher last = LAST_BRACKETS.matcher(name);
		return !known.isEmpty() || !last.matches() || !SURE.matcher(RegimeController.folded(last.group(1))).matches() ? known : lower(last.group(1));
	}

	/** What a name counts: the unit after <i>Số</i>; empty for none. */
	String counted(String name) {
		Matcher number = NUMBER_OF.matcher(RegimeController.folded(name));
		if (!number.matches()) {
			return "";
		}
		String both = number.group(2) == null ? "" : units.find(number.group(1) + " " + number.group(2), "");
		return both.isEmpty() ? units.find(number.group(1), "") : both;
	}

	/** Unit that the cell of a column of units says, also one that nobody used before. */
	String ownUnit(String text, String otherwise) {
		String words = text.strip().replaceFirst("^\\((.*)\\)$", "$1");
		return unit(text, UnitWords.possible(words) ? lower(words) : otherwise);
	}

	/** Signs of units keep their capitals: {@code triệu kWh}, {@code USD}. */
	private static String lower(String words) {
		return Stream.of(words.split(" ")).map(word -> word.matches("\\p{Lu}\\p{Ll}+") || word.length() > LONGEST_SIGN ? word.toLowerCase(Locale.of("vi")) : word).collect(Collectors.joining(" "));
	}

	private static String plain(String text) {
		return RegimeController.folded(BRACKETS.matcher(text).replaceAll("")).replaceAll("\\s+", " ").strip();
	}

}
