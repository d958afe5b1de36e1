package vn.motcua.catalogue.linked;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.catalogue.FeeFormula;
import vn.motcua.catalogue.FeeFormula.Formula;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.ServiceVersion.Audience;
import vn.motcua.catalogue.ServiceVersion.Component;
import vn.motcua.catalogue.ServiceVersion.Fee;
import vn.motcua.catalogue.ServiceVersion.LawReference;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;

/** A service in the Core Public Service Vocabulary Application Profile, CPSV-AP 3.2. */
final class LinkedService {

	private final Sayings sayings;

	private final ServiceVersion service;

	private final String address;

	private final Resource authority;

	private final LocalDate on;

	private LinkedService(ServiceVersion service, Resource authority, Sayings sayings, LocalDate on) {
		this.service = service;
		this.sayings = sayings;
		this.address = sayings.origin() + "/dich-vu/" + service.code();
		this.authority = authority;
		this.on = on;
	}

	/** @param authority who regulates it */
	static Resource of(ServiceVersion service, LocalizedText authority, Sayings sayings, LocalDate on) {
		return new LinkedService(service, sayings.organisation(service.ministry(), authority), sayings, on).resource();
	}

	private Resource resource() {
		Resource resource = new Resource(address, "cpsv:PublicService").say("dct:identifier", service.code().value()).say("dct:title", service.name())
			.say("dct:description", service.summary()).say("dct:language", Europe.vietnamese()).say("dct:language", Europe.english())
			.say("dct:spatial", Europe.vietnam()).say("cv:hasCompetentAuthority", authority)
			.say("cv:thematicArea", concept("linh-vuc/" + service.field().code(), service.field().name()))
			.say("cv:isClassifiedBy", concept("muc/" + service.level(), sayings.words("catalogue.level." + service.level())));
		service.audience().stream().sorted().forEach(one -> resource.say("dct:audience", concept("doi-tuong/" + lower(one), sayings.words("catalogue.audience." + lower(one)))));
		service.searchWords().forEach(words -> resource.say("dcat:keyword", new Value.Text(words, "und")));
		String estimate = Durations.common(service.cases().stream().flatMap(one -> one.timeLimit().values().stream()).toList());
		if (estimate != null) {
			resource.say("cv:processingTime", new Value.Literal(estimate, "xsd:duration"));
		}
		resource.say("cpsv:hasInput", service.components().stream().map(this::evidence).toList());
		resource.say("cpsv:produces", service.results().stream().map(one -> part("result", one.id(), "cv:Output").say("dct:title", one.name()).say("dct:language", Europe.vietnamese())).toList());
		resource.say("cv:hasCost", service.fees().stream().filter(fee -> fee.valid().holdsOn(on)).map(this::cost).toList());
		resource.say("cv:hasChannel", channels().map(this::channel).toList());
		resource.say("cv:isGroupedBy", service.lifeEvents().stream().flatMap(id -> LifeEvent.find(id).stream()).map(this::event).toList());
		List<Resource> laws = service.legalBasis().stream().map(this::law).toList();
		resource.say("cv:hasLegalResource", laws);
		resource.say("cv:holdsRequirement", numbered(service.conditions(), "condition", "cv:Requirement"));
		resource.say("cpsv:follows", numbered(service.steps(), "step", "cpsv:Rule"));
		return resource;
	}

	private Resource evidence(Component paper) {
		return part("paper", paper.id(), "cv:Evidence").say("dct:title", paper.name()).say("dct:description", paper.help()).say("dct:language", Europe.vietnamese());
	}

	private Resource cost(Fee fee) {
		Resource cost = part("fee", fee.id(), "cv:Cost").say("dct:description", fee.name()).say("cv:currency", Europe.dong()).say("cv:isDefinedBy", authority);
		String amount = amount(fee.formula());
		if (amount != null) {
			cost.say("cv:hasValue", new Value.Literal(amount, "xsd:double"));
		}
		channels().filter(channel -> fee.when().strip().equals("channel = \"" + lower(channel) + "\"")).forEach(channel -> cost.say("cv:ifAccessedThrough", channel(channel)));
		return cost;
	}

	/** The amount when it is the same for everybody. */
	private static @Nullable String amount(FeeFormula fee) {
		boolean plain = fee.perUnit().isEmpty() && fee.percentage() == null && fee.reductions().isEmpty() && fee.each() == null && fee.times() == null && fee.cap() == null;
		return plain && fee.base() instanceof Formula(String feel) && feel.strip().matches("\\d{1,12}") ? feel.strip() : null;
	}

	private Resource channel(Channel channel) {
		String name = lower(channel);
		Resource resource = part("channel", name, "cv:Channel").say("dct:type", concept("kenh/" + name, sayings.words("catalogue.channel." + name))).say("cv:ownedBy", authority);
		List<TimeLimit> limits = service.cases().stream().flatMap(one -> Stream.ofNullable(one.timeLimit().get(channel))).toList();
		String estimate = Durations.common(limits);
		if (estimate != null) {
			resource.say("cv:processingTime", new Value.Literal(estimate, "xsd:duration"));
		}
		service.cases().stream().filter(one -> one.timeLimit().containsKey(channel)).forEach(one -> resource.say("dct:description", sayings.joined(one.name(), sayings.limit(one.timeLimit().get(channel)))));
		return resource;
	}

	private Resource event(LifeEvent event) {
		String kind = event.audience() == Audience.CITIZEN ? "cv:LifeEvent" : "cv:BusinessEvent";
		return new Resource(sayings.origin() + "/su-kien/" + event.id(), kind, "cv:Event").say("dct:identifier", event.id()).say("dct:title", event.name())
			.say("dct:type", concept("doi-tuong/" + lower(event.audience()), sayings.words("catalogue.audience." + lower(event.audience()))));
	}

	private Resource law(LawReference law) {
		return new Resource(address + "#law-" + law.number().replaceAll("[^0-9A-Za-z]+", "-"), "eli:LegalResource").say("dct:identifier", law.number()).say("dct:title", law.name());
	}

	private List<Resource> numbered(List<LocalizedText> texts, String name, String type) {
		return java.util.stream.IntStream.range(0, texts.size()).mapToObj(index -> {
			Map<String, Integer> number = Map.of("number", index + 1);
			return part(name, String.valueOf(index + 1), type).say("dct:title", type.equals("cpsv:Rule") ? sayings.words("catalogue.linked.step", number) : texts.get(index))
				.say("dct:description", texts.get(index));
		}).toList();
	}

	private Resource part(String kind, String id, String type) {
		return new Resource(address + "#" + kind + "-" + id, type).say("dct:identifier", service.code() + "#" + kind + "-" + id);
	}

	private Resource concept(String path, LocalizedText name) {
		return new Resource(sayings.origin() + "/api/catalogue/v1/catalog#" + path, "skos:Concept").say("skos:prefLabel", name);
	}

	private Stream<Channel> channels() {
		return service.channels().stream().sorted();
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
