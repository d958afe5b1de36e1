package vn.motcua.catalogue.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.FoundServices;
import vn.motcua.catalogue.ServiceFilter;
import vn.motcua.catalogue.ServiceFinder;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Services in force today: list, search, full record. */
@RestController
@RequestMapping("/api/catalogue/v1")
@PublicAccess
class ServicesController {

	private static final int LONGEST = 200;

	private static final int MOST_HITS = 10_000;

	private static final int SUGGESTIONS = 10;

	private final Catalogue catalogue;

	private final ServiceFinder finder;

	private final Agencies agencies;

	private final Clock clock;

	ServicesController(Catalogue catalogue, ServiceFinder finder, Agencies agencies, Clock clock) {
		this.catalogue = catalogue;
		this.finder = finder;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** By relevance when {@code q} is given, else by name. */
	@GetMapping("/services")
	Slice<ServiceItem> services(@RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String field,
			@RequestParam(required = false) @Nullable String agency, @RequestParam(required = false) @Nullable Integer level,
			@RequestParam(required = false) @Nullable String lifeEvent, @RequestParam(required = false) @Nullable String audience,
			@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String after) {
		String typed = text("/q", q);
		if (level != null && (level < 1 || level > 4)) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/level", "catalogue.filter-level")));
		}
		ServiceFilter filter = new ServiceFilter(text("/field", field), text("/agency", agency), level, text("/lifeEvent", lifeEvent), text("/audience", audience));
		List<ServiceVersion> found = (typed.isEmpty() ? catalogue.all(today()) : search(typed, after == null)).stream().filter(filter::matches).toList();
		int most = Limit.of(limit).value();
		Cursor place = Cursor.decode(after, 2);
		int from = place == null ? 0 : from(place, found);
		List<Ranked> rows = new ArrayList<>();
		for (int at = from; at < Math.min(found.size(), from + most + 1); at++) {
			rows.add(new Ranked(at, found.get(at)));
		}
		return Slice.of(rows, most, ranked -> Cursor.of(ranked.at() + 1, ranked.service().code()))
			.map(ranked -> ServiceItem.of(ranked.service(), authority(ranked.service()), typed.isEmpty() ? null : 1.0 / (1 + ranked.at())));
	}

	private List<ServiceVersion> search(String typed, boolean first) {
		FoundServices found = finder.find(typed, MOST_HITS);
		if (first) {
			finder.asked(typed, found.outcome());
		}
		return found.services();
	}

	private record Ranked(int at, ServiceVersion service) {
	}

	@GetMapping("/services/{code}")
	ServiceRecord service(@PathVariable String code) {
		ServiceVersion service = find(code);
		return ServiceRecord.of(service, authority(service));
	}

	/** What people may mean while they type. */
	@GetMapping(path = "/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
	Suggestions suggestions(@RequestParam(defaultValue = "") String q, Locale reader) {
		text("/q", q);
		List<Suggestions.Suggestion> items = finder.suggest(q, SUGGESTIONS).stream()
			.map(service -> new Suggestions.Suggestion(service.code().value(), service.name(), service.name().in(reader), "/dich-vu/" + service.code())).toList();
		return new Suggestions(items);
	}

	record Suggestions(List<Suggestion> items) {

		/** @param text the name in the reader's language */
		record Suggestion(String code, LocalizedText name, String text, String href) {
		}

	}

	private ServiceVersion find(String code) {
		if (!ProcedureCode.isWellFormed(code)) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		return catalogue.find(new ProcedureCode(code), today()).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_SERVICE));
	}

	/** After the service the place names; at its number when that service is gone meanwhile. */
	private static int from(Cursor place, List<ServiceVersion> found) {
		for (int at = 0; at < found.size(); at++) {
			if (found.get(at).code().value().equals(place.keys().getLast())) {
				return at + 1;
			}
		}
		String number = place.keys().getFirst();
		return number.matches("\\d{1,6}") ? Math.min(Integer.parseInt(number), found.size()) : found.size();
	}

	private LocalizedText authority(ServiceVersion service) {
		return agencies.findByExchangeCode(service.ministry(), today()).map(Agency::fullName).orElse(LocalizedText.same(service.ministry()));
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

	private static String text(String pointer, @Nullable String value) {
		if (value != null && value.length() > LONGEST) {
			throw new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of(pointer, "catalogue.filter-text", "max", LONGEST)));
		}
		return value == null ? "" : value.strip();
	}

}
