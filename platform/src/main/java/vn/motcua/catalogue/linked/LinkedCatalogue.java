package vn.motcua.catalogue.linked;

import vn.motcua.kernel.LocalizedText;

/** The catalogue as a data set with its distributions, in DCAT-AP 3. */
final class LinkedCatalogue {

	private static final String PLACE = "/api/catalogue/v1/";

	private final Sayings sayings;

	private final Resource publisher;

	private LinkedCatalogue(Sayings sayings, Resource publisher) {
		this.sayings = sayings;
		this.publisher = publisher;
	}

	/** @param code exchange code of the agency that publishes it */
	static Resource of(String code, LocalizedText name, Sayings sayings) {
		return new LinkedCatalogue(sayings, sayings.organisation(code, name)).catalogue();
	}

	private Resource catalogue() {
		String at = sayings.origin() + PLACE + "catalog";
		Resource data = dataset(at);
		return described(new Resource(at, "dcat:Catalog"), "catalogue.linked.catalogue").say("foaf:homepage", page("/")).say("dcat:dataset", data).say("dcat:service", service(at));
	}

	private Resource dataset(String at) {
		String address = at + "#services";
		return described(new Resource(address, "dcat:Dataset"), "catalogue.linked.services").say("dct:identifier", address).say("dcat:theme", Europe.aboutGovernment())
			.say("dct:accessRights", Europe.openToAll()).say("dct:accrualPeriodicity", Europe.continuously()).say("dct:spatial", Europe.vietnam())
			.say("dcat:landingPage", page("/dich-vu")).say("dct:conformsTo", profile())
			.say("dcat:distribution", distribution(at, "services.jsonld", "JSON_LD", JsonLd.MEDIA_TYPE).say("dct:conformsTo", profile()))
			.say("dcat:distribution", distribution(at, "services.nt", "RDF_N_TRIPLES", Triples.N_TRIPLES).say("dct:conformsTo", profile()));
	}

	private Resource distribution(String at, String file, String format, String mediaType) {
		String address = sayings.origin() + PLACE + file;
		return new Resource(at + "#" + file, "dcat:Distribution").say("dct:title", sayings.words("catalogue.linked.file", java.util.Map.of("format", format.replace('_', '-'))))
			.say("dcat:accessURL", new Value.Address(address)).say("dcat:downloadURL", new Value.Address(address)).say("dct:format", Europe.format(format))
			.say("dcat:mediaType", Europe.mediaType(mediaType)).say("dct:language", Europe.vietnamese()).say("dct:language", Europe.english());
	}

	private Resource service(String at) {
		return new Resource(at + "#api", "dcat:DataService").say("dct:title", sayings.words("catalogue.linked.api")).say("dct:description", sayings.words("catalogue.linked.api.text"))
			.say("dct:publisher", publisher).say("dct:accessRights", Europe.openToAll()).say("dcat:endpointURL", new Value.Address(sayings.origin() + PLACE + "services"))
			.say("dcat:endpointDescription", new Value.Address(sayings.origin() + PLACE + "openapi.json")).say("dcat:servesDataset", new Value.Address(at + "#services"));
	}

	private Resource described(Resource resource, String key) {
		return resource.say("dct:title", sayings.words(key)).say("dct:description", sayings.words(key + ".text")).say("dct:publisher", publisher)
			.say("dct:language", Europe.vietnamese()).say("dct:language", Europe.english());
	}

	private Resource page(String path) {
		return new Resource(sayings.origin() + path, "foaf:Document");
	}

	private static Resource profile() {
		return new Resource("https://semiceu.github.io/CPSV-AP/releases/3.2.0/", "dct:Standard");
	}

}
