package vn.motcua.catalogue.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ServiceVersion;

/** What a JSON Schema cannot say about {@code service.yaml}: ids that exist, expressions that can be read, cases that are met. */
public final class ServiceCheck implements BundleRule {

	private static final Set<String> SEEN = Set.of("today", "channel");

	private static final Set<String> SEEN_WITH_CASE = Set.of("today", "channel", "case");

	@Override
	public List<Finding> check(Bundle bundle) {
		Source source = BundleReader.service(bundle);
		List<Finding> findings = new ArrayList<>(SchemaRule.check(source));
		if (findings.isEmpty()) {
			new Pass(source, BundleReader.read(bundle), findings).run();
		}
		return findings;
	}

	/** One pass over one file. */
	private static final class Pass {

		private final Source source;

		private final List<Finding> findings;

		private final ServiceVersion service;

		private final ExpressionCheck expressions;

		private final FeeCheck fees;

		private Pass(Source source, ServiceVersion service, List<Finding> findings) {
			this.source = source;
			this.service = service;
			this.findings = findings;
			this.expressions = new ExpressionCheck(source, service, findings);
			this.fees = new FeeCheck(source, service, expressions, findings);
		}

		private void run() {
			each("to_write", (item, at) -> add(at, "service-to-write", item.asString("")));
			ids("cases");
			ids("components");
			ids("fees");
			ids("results");
			cases();
			each("components", (item, at) -> {
				references(item, at);
				expressions.check(item.path("required"), at + "/required", SEEN_WITH_CASE);
			});
			each("fees", (item, at) -> {
				references(item, at);
				fees.check(item, at);
			});
			lifeEvents();
			handling();
		}

		private void cases() {
			each("cases", (item, at) -> {
				expressions.check(item.path("when"), at + "/when", SEEN);
				JsonNode limit = item.path("time_limit");
				service.channels().stream().map(channel -> channel.name().toLowerCase(java.util.Locale.ROOT))
					.filter(channel -> limit.isObject() && !limit.has(channel))
					.forEach(channel -> add(at + "/time_limit", "case-time-limit", "The case has no time limit for the channel \"" + channel + "\"."));
			});
			for (int index = 0; index < source.tree().path("cases").size() - 1; index++) {
				if (source.tree().path("cases").path(index).path("when").asString("true").strip().equals("true")) {
					add("/cases/" + (index + 1), "case-unreachable", "This case is never met: one before it always holds.");
				}
			}
			int last = source.tree().path("cases").size() - 1;
			if (!source.tree().path("cases").path(last).path("when").asString("true").strip().equals("true")) {
				add("/cases/" + last, "case-last", "The last case must hold whatever the answers are: when: \"true\".");
			}
		}

		private void ids(String list) {
			Set<String> seen = new HashSet<>();
			each(list, (item, at) -> {
				if (!seen.add(item.path("id").asString(""))) {
					add(at + "/id", "id-twice", "The id \"" + item.path("id").asString("") + "\" stands in " + list + " twice.");
				}
			});
		}

		private void references(JsonNode item, String at) {
			for (int index = 0; index < item.path("cases").size(); index++) {
				String id = item.path("cases").path(index).asString("");
				if (service.cases().stream().noneMatch(known -> known.id().equals(id))) {
					add(at + "/cases/" + index, "unknown-case", "The service has no case \"" + id + "\".");
				}
			}
		}

		private void lifeEvents() {
			for (int index = 0; index < service.lifeEvents().size(); index++) {
				String id = service.lifeEvents().get(index);
				if (LifeEvent.find(id).isEmpty()) {
					add("/life_events/" + index, "unknown-life-event", "The catalogue has no life event \"" + id + "\". Known are "
							+ String.join(", ", LifeEvent.all().stream().map(LifeEvent::id).toList()) + ".");
				}
			}
		}

		private void handling() {
			JsonNode handling = source.tree().path("handling");
			long ways = java.util.stream.Stream.of("address", "choose", "agency").filter(handling::has).count();
			if (ways != 1) {
				add("/handling", "handling-way", "Say in exactly one way which agency handles the dossier: address, choose or agency.");
			}
			String path = handling.path("address").asString("");
			if (!path.isEmpty() && !FormPaths.kind(service.form(), path).equals("address")) {
				add("/handling/address", "handling-address", "The form has no address at \"" + path + "\".");
			}
		}

		private void each(String list, java.util.function.BiConsumer<JsonNode, String> check) {
			JsonNode items = source.tree().path(list);
			for (int index = 0; index < items.size(); index++) {
				check.accept(items.get(index), "/" + list + "/" + index);
			}
		}

		private void add(String pointer, String rule, String message) {
			findings.add(source.finding(pointer, rule, message));
		}

	}

}
