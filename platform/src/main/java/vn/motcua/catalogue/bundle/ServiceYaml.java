package vn.motcua.catalogue.bundle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Audience;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.Field;
import vn.motcua.catalogue.ServiceVersion.Handling;
import vn.motcua.catalogue.ServiceVersion.LawReference;
import vn.motcua.catalogue.ServiceVersion.PriceTable;
import vn.motcua.catalogue.ServiceVersion.Result;
import vn.motcua.catalogue.ServiceVersion.ServiceCase;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.calendar.TimeLimit;

/** {@code service.yaml} as a {@link ServiceVersion}; remembers the line it reads, for what goes wrong there. */
final class ServiceYaml {

	private final Source source;

	private final JsonNode root;

	private final Bundle bundle;

	private String at = "";

	ServiceYaml(Source source, Bundle bundle) {
		this.source = source;
		this.root = source.tree();
		this.bundle = bundle;
	}

	int line() {
		return source.line(at);
	}

	ServiceVersion service(long id, int version, JsonNode form, Map<String, PriceTable> tables) {
		Set<Channel> channels = channels();
		return new ServiceVersion(id, new ProcedureCode(text(root, "code")), version, bundle.digest(), words(root, "name"), words(root, "summary"),
				field(), text(root, "ministry"), integer("level", 2), audience(), handling(), channels,
				items("cases", item -> serviceCase(item, channels)), items("components", this::component), items("fees", this::fee),
				items("results", this::result), items("legal_basis", this::law), items("steps", this::words), items("conditions", this::words),
				items("life_events", JsonNode::stringValue), items("search_words", JsonNode::stringValue), form, bundle.text(Bundle.PROCESS),
				bundle.text(Bundle.RESULT), tables, LocalDate.parse(text(root.path("valid"), "from")), day(root.path("valid"), "until"));
	}

	private Field field() {
		at = "/field";
		return new Field(text(root.path("field"), "code"), words(root.path("field"), "name"));
	}

	private Set<Audience> audience() {
		at = "/audience";
		Set<Audience> audience = EnumSet.noneOf(Audience.class);
		root.path("audience").forEach(item -> audience.add(Audience.valueOf(item.asString("").toUpperCase(Locale.ROOT))));
		return Set.copyOf(audience);
	}

	private Set<Channel> channels() {
		at = "/channels";
		Set<Channel> channels = EnumSet.noneOf(Channel.class);
		root.path("channels").forEach(item -> channels.add(Channel.valueOf(item.asString("").toUpperCase(Locale.ROOT))));
		return channels.isEmpty() ? Set.of(Channel.values()) : Set.copyOf(channels);
	}

	private Handling handling() {
		at = "/handling";
		JsonNode handling = root.path("handling");
		return new Handling(text(handling, "level").toUpperCase(Locale.ROOT), optional(handling, "address"), optional(handling, "department"),
				optional(handling, "agency"));
	}

	private ServiceCase serviceCase(JsonNode item, Set<Channel> channels) {
		String process = optional(item, "process");
		return new ServiceCase(text(item, "id"), words(item, "name"), expression(item, "when"), limits(item.path("time_limit"), channels),
				process == null ? null : file(process));
	}

	private static Map<Channel, TimeLimit> limits(JsonNode written, Set<Channel> channels) {
		Map<Channel, TimeLimit> limits = new EnumMap<>(Channel.class);
		for (Channel channel : channels) {
			JsonNode limit = written.isObject() ? written.path(channel.name().toLowerCase(Locale.ROOT)) : written;
			if (!limit.isMissingNode()) {
				limits.put(channel, TimeLimit.of(limit.asString("")));
			}
		}
		return Map.copyOf(limits);
	}

	private Component component(JsonNode item) {
		Set<String> types = new HashSet<>();
		item.path("accepts").forEach(type -> types.add(MediaTypes.of(type.asString(""))));
		long maxBytes = item.path("max_mb").asLong(10) * 1024 * 1024;
		return new Component(text(item, "id"), words(item, "name"), item.has("help") ? words(item, "help") : null, expression(item, "required"),
				ids(item, "cases"), item.path("originals").asInt(item.has("copies") ? 0 : 1), item.path("copies").asInt(0),
				types.isEmpty() ? MediaTypes.DEFAULT : Set.copyOf(types), maxBytes, item.path("max_files").asInt(5), optional(item, "already"));
	}

	private Fee fee(JsonNode item) {
		return new Fee(text(item, "id"), Fee.Kind.valueOf(text(item, "kind").toUpperCase(Locale.ROOT)), words(item, "name"),
				FeeYaml.formula(item, optional(root.path("handling"), "address")), expression(item, "when"), ids(item, "cases"),
				Fee.PayAt.valueOf(item.path("pay_at").asString("receipt").toUpperCase(Locale.ROOT)), FeeYaml.period(item), optional(item, "legal_basis"),
				unverified(item), item.path("local").has("max") ? item.path("local").path("max").asLong() : null);
	}

	private Result result(JsonNode item) {
		return new Result(text(item, "id"), words(item, "name"), optional(item, "type"));
	}

	private LawReference law(JsonNode item) {
		return new LawReference(text(item, "number"), words(item, "name"), unverified(item));
	}

	private static boolean unverified(JsonNode item) {
		return item.path("source").asString("").equals("unverified");
	}

	private String file(String name) {
		String text = bundle.text(name);
		if (text == null) {
			throw new IllegalArgumentException("the bundle has no file " + name);
		}
		return text;
	}

	private <T> List<T> items(String name, Function<JsonNode, T> reading) {
		List<T> items = new ArrayList<>();
		for (JsonNode item : root.path(name)) {
			at = "/" + name + "/" + items.size();
			items.add(reading.apply(item));
		}
		return List.copyOf(items);
	}

	private int integer(String name, int otherwise) {
		at = "/" + name;
		return root.path(name).asInt(otherwise);
	}

	private static Set<String> ids(JsonNode item, String name) {
		Set<String> ids = new HashSet<>();
		item.path(name).forEach(id -> ids.add(id.asString("")));
		return Set.copyOf(ids);
	}

	/** FEEL; a bare number or truth value is one too. */
	private static String expression(JsonNode item, String name) {
		return item.path(name).asString("true");
	}

	private LocalizedText words(JsonNode object, String name) {
		JsonNode words = object.path(name);
		if (words.isMissingNode()) {
			throw new IllegalArgumentException("\"" + name + "\" is missing");
		}
		return words(words);
	}

	private LocalizedText words(JsonNode words) {
		return words.isString() ? LocalizedText.same(words.stringValue()) : new LocalizedText(words.path("vi").asString(""), words.path("en").asString(""));
	}

	private static String text(JsonNode object, String name) {
		String text = object.path(name).asString("");
		if (text.isBlank()) {
			throw new IllegalArgumentException("\"" + name + "\" is missing");
		}
		return text;
	}

	private static @Nullable String optional(JsonNode object, String name) {
		JsonNode value = object.path(name);
		return value.isMissingNode() || value.isNull() ? null : value.asString("");
	}

	private static @Nullable LocalDate day(JsonNode object, String name) {
		String text = optional(object, name);
		return text == null ? null : LocalDate.parse(text);
	}

}
