package vn.motcua.form.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Methods of filing (<i>cách thức thực hiện</i>), on which time limits and fees hang. */
final class ProcedureChannels {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final Map<String, String> CHANNELS = Map.of("1", "desk", "2", "online", "3", "post");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

	private final Map<String, String> limits = new LinkedHashMap<>();

	private final Map<String, Map<String, Long>> amounts = new LinkedHashMap<>();

	private final Map<String, String> feeNames = new LinkedHashMap<>();

	private final List<NotCarried> left;

	ProcedureChannels(List<JsonNode> methods, List<NotCarried> left) {
		this.left = left;
		for (int index = 0; index < methods.size(); index++) {
			String at = "CACHTHUCTHUCHIEN/" + index;
			String number = ProcedureRecord.text(methods.get(index), "KENH");
			String channel = CHANNELS.get(number);
			if (channel == null) {
				left.add(new NotCarried(at + "/KENH", "channel", "The channel \"" + number + "\" is not known; 1 is the desk, 2 online, 3 the post."));
				continue;
			}
			List<JsonNode> times = ProcedureRecord.list(methods.get(index), "THOIGIAN");
			for (int time = 0; time < times.size(); time++) {
				limit(channel, times.get(time), at + "/THOIGIAN/" + time);
				fees(channel, times.get(time), at + "/THOIGIAN/" + time);
			}
			limits.putIfAbsent(channel, "");
		}
	}

	/** Channels in their order, without those that are not known. */
	ArrayNode channels() {
		ArrayNode channels = NODES.arrayNode();
		limits.keySet().forEach(channels::add);
		return channels;
	}

	/** One limit for all channels or one for each; empty where the record has none. */
	JsonNode limit(String otherwise) {
		List<String> different = limits.values().stream().map(limit -> limit.isEmpty() ? otherwise : limit).distinct().toList();
		if (different.size() <= 1) {
			return NODES.stringNode(different.isEmpty() ? otherwise : different.getFirst());
		}
		ObjectNode byChannel = NODES.objectNode();
		limits.forEach((channel, limit) -> byChannel.put(channel, limit.isEmpty() ? otherwise : limit));
		return byChannel;
	}

	boolean everyLimitKnown() {
		return !limits.isEmpty() && limits.values().stream().noneMatch(String::isEmpty);
	}

	ArrayNode fees(Words words) {
		ArrayNode fees = NODES.arrayNode();
		FormioNames ids = new FormioNames();
		amounts.forEach((key, byChannel) -> {
			boolean same = byChannel.size() == limits.size() && byChannel.values().stream().distinct().count() == 1;
			byChannel.entrySet().stream().limit(same ? 1 : byChannel.size()).filter(amount -> amount.getValue() > 0).forEach(amount -> {
				String name = feeNames.get(key);
				ObjectNode fee = fees.addObject().put("id", ids.name("", name).replace('_', '-')).put("kind", isCharge(name) ? "charge" : "fee");
				fee.set("name", words.of(name));
				fee.put("base", amount.getValue());
				if (!same) {
					fee.put("when", "channel = \"" + amount.getKey() + "\"");
				}
				fee.put("source", "unverified");
			});
		});
		return fees;
	}

	private void limit(String channel, JsonNode time, String at) {
		String written = ProcedureRecord.text(time, "THOIGIANGIAIQUYET");
		String unit = unit(ProcedureRecord.text(time, "DONVITINH") + " " + written);
		Matcher number = NUMBER.matcher(written);
		if (written.isEmpty()) {
			return;
		}
		if (unit.isEmpty() || !number.find()) {
			left.add(new NotCarried(at, "time-limit", "\"" + written + " " + ProcedureRecord.text(time, "DONVITINH") + "\" is not a number of hours, days or months."));
			return;
		}
		String limit = Integer.parseInt(number.group()) + " " + unit;
		String known = limits.putIfAbsent(channel, limit);
		if (known != null && !known.equals(limit)) {
			left.add(new NotCarried(at, "time-limit", "The channel has a further time limit, " + limit + " (" + ProcedureRecord.text(time, "MOTA") + "); give it to the case it belongs to."));
		}
	}

	private void fees(String channel, JsonNode time, String at) {
		List<JsonNode> fees = ProcedureRecord.list(time, "PHILEPHI");
		for (int index = 0; index < fees.size(); index++) {
			JsonNode fee = fees.get(index);
			String name = ProcedureRecord.text(fee, "TENPHILEPHI", "MOTA", "MAPHILEPHI");
			String written = ProcedureRecord.text(fee, "SOTIEN");
			String unit = ProcedureRecord.text(fee, "DONVI");
			String digits = written.replaceAll("[.,\\s]|[đĐ](ồng)?|VND|VNĐ", "");
			String place = at + "/PHILEPHI/" + index;
			if (!digits.matches("\\d{1,12}") || !plain(unit).matches("|dong|vnd|d")) {
				left.add(new NotCarried(place, "fee", "\"" + written + " " + unit + "\" is not an amount in đồng: " + name + ". Write it as a fee with its expression."));
				continue;
			}
			String key = ProcedureRecord.text(fee, "MAPHILEPHI") + "\n" + name;
			feeNames.put(key, name.isEmpty() ? "Lệ phí" : name);
			Long known = amounts.computeIfAbsent(key, any -> new LinkedHashMap<>()).putIfAbsent(channel, Long.parseLong(digits));
			if (known != null && known != Long.parseLong(digits)) {
				left.add(new NotCarried(place, "fee", "\"" + name + "\" has a second amount on this channel, " + digits + " đồng; write its condition."));
			}
		}
	}

	private static boolean isCharge(String name) {
		return name.toLowerCase(Locale.ROOT).startsWith("phí");
	}

	private static String unit(String written) {
		String unit = plain(written);
		boolean working = unit.contains("lam viec");
		if (unit.contains("thang")) {
			return "month";
		}
		if (unit.contains("ngay")) {
			return working ? "working-day" : "calendar-day";
		}
		return unit.contains("gio") ? "working-hour" : "";
	}

	static String plain(String text) {
		return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD).replaceAll("\\p{M}+", "").strip();
	}

	List<String> feeTitles() {
		return new ArrayList<>(feeNames.values());
	}

}
