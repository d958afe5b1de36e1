package vn.motcua.catalogue.linked;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** Services in force today as linked data: one, all of them written one after the other, and the catalogue that holds them. */
@RestController
@RequestMapping("/api/catalogue/v1")
@PublicAccess
class LinkedDataController {

	private final Catalogue catalogue;

	private final Agencies agencies;

	private final Messages messages;

	private final Clock clock;

	private final String publisher;

	/** @param publisher exchange code of the agency that publishes the catalogue; without one the Office of the Government */
	LinkedDataController(Catalogue catalogue, Agencies agencies, Messages messages, Clock clock, @Value("${motcua.catalogue.publisher:G22}") String publisher) {
		this.catalogue = catalogue;
		this.agencies = agencies;
		this.messages = messages;
		this.clock = clock;
		this.publisher = publisher;
	}

	@GetMapping(path = "/services/{code}", produces = { JsonLd.MEDIA_TYPE, Triples.TURTLE, Triples.N_TRIPLES })
	void service(@PathVariable String code, @RequestHeader(HttpHeaders.ACCEPT) String accept, HttpServletResponse response) throws IOException {
		ServiceVersion service = find(code);
		LinkedFormat format = format(accept, response);
		format.one(linked(service, sayings()), response.getOutputStream());
	}

	@GetMapping(path = "/services", produces = { JsonLd.MEDIA_TYPE, Triples.TURTLE, Triples.N_TRIPLES })
	void services(@RequestHeader(HttpHeaders.ACCEPT) String accept, HttpServletResponse response) throws IOException {
		all(accept, response);
	}

	@GetMapping(path = "/services.jsonld", produces = JsonLd.MEDIA_TYPE)
	void jsonLd(HttpServletResponse response) throws IOException {
		all(JsonLd.MEDIA_TYPE, response);
	}

	@GetMapping(path = "/services.nt", produces = Triples.N_TRIPLES)
	void triples(HttpServletResponse response) throws IOException {
		all(Triples.N_TRIPLES, response);
	}

	@GetMapping(path = "/catalog", produces = { JsonLd.MEDIA_TYPE, Triples.TURTLE, Triples.N_TRIPLES })
	void catalogue(@RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = JsonLd.MEDIA_TYPE) String accept, HttpServletResponse response) throws IOException {
		LinkedFormat format = format(accept, response);
		format.one(LinkedCatalogue.of(publisher, name(publisher), sayings()), response.getOutputStream());
	}

	private void all(String accept, HttpServletResponse response) throws IOException {
		Sayings sayings = sayings();
		Iterator<Resource> services = catalogue.all(today()).stream().map(service -> linked(service, sayings)).iterator();
		LinkedFormat format = format(accept, response);
		format.many(services, response.getOutputStream());
	}

	private static LinkedFormat format(String accept, HttpServletResponse response) {
		LinkedFormat format = LinkedFormat.of(accept);
		response.setContentType(format.mediaType());
		response.setCharacterEncoding("UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=60, public");
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
		return format;
	}

	private Resource linked(ServiceVersion service, Sayings sayings) {
		return LinkedService.of(service, name(service.ministry()), sayings, today());
	}

	private ServiceVersion find(String code) {
		if (!ProcedureCode.isWellFormed(code)) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		return catalogue.find(new ProcedureCode(code), today()).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_SERVICE));
	}

	private LocalizedText name(String agency) {
		return agencies.findByExchangeCode(agency, today()).map(Agency::fullName).orElse(LocalizedText.same(agency));
	}

	private Sayings sayings() {
		return new Sayings(ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(), messages);
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

}
