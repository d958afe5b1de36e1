package vn.motcua.onestop.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.ProcedureCode;
import vn.motcua.onestop.DeskQueue;
import vn.motcua.onestop.WorkQueue;

/**
 * What the address of the queue page asks for. What it cannot mean anything is left out, so that an old bookmark still shows
 * a queue.
 */
public record QueueFilter(@Nullable DeskQueue queue, boolean mine, boolean overdue, String service, String typed, boolean newest, @Nullable String after) {

	private static final int LONGEST = 100;

	static QueueFilter of(Map<String, String> parameters, DeskQueue unlessNamed) {
		boolean mine = parameters.containsKey("cua-toi");
		boolean overdue = parameters.containsKey("qua-han");
		String typed = cut(parameters.getOrDefault("tim", ""));
		String service = parameters.getOrDefault("thu-tuc", "");
		DeskQueue queue = DeskQueue.ofSlug(parameters.getOrDefault("hang-doi", "")).orElse(mine || overdue || !typed.isEmpty() ? null : unlessNamed);
		return new QueueFilter(queue, mine, overdue, ProcedureCode.isWellFormed(service) ? service : "", typed, "moi-nhat".equals(parameters.get("sap-xep")),
				parameters.get("sau"));
	}

	WorkQueue.Query query(UUID officer, Instant now) {
		return new WorkQueue.Query(queue, mine ? officer : null, service.isEmpty() ? null : service, typed.isEmpty() ? null : typed, overdue ? now : null,
				newest ? WorkQueue.Sort.NEWEST : WorkQueue.Sort.DUE);
	}

	/** The page of another queue, without the filters of this one. */
	public static String href(DeskQueue queue) {
		return "/mot-cua?hang-doi=" + queue.slug();
	}

	public String nextHref(String next) {
		return address(newest, next);
	}

	public String sortHref(boolean byNewest) {
		return address(byNewest, null);
	}

	/** Something is filtered, so that there is something to clear. */
	public boolean filtered() {
		return !service.isEmpty() || !typed.isEmpty();
	}

	private String address(boolean byNewest, @Nullable String place) {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (queue != null) {
			parameters.put("hang-doi", queue.slug());
		}
		put(parameters, "cua-toi", mine ? "1" : "");
		put(parameters, "qua-han", overdue ? "1" : "");
		put(parameters, "thu-tuc", service);
		put(parameters, "tim", typed);
		put(parameters, "sap-xep", byNewest ? "moi-nhat" : "");
		put(parameters, "sau", place == null ? "" : place);
		return "/mot-cua" + parameters.entrySet().stream().map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "?", ""));
	}

	private static void put(Map<String, String> parameters, String name, String value) {
		if (!value.isEmpty()) {
			parameters.put(name, value);
		}
	}

	private static String cut(String typed) {
		String stripped = typed.strip().replace("\0", "");
		return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
	}

}
