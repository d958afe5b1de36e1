package vn.motcua.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Abolition;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.ServiceFilter;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** The public catalogue: one service, all services, those of a field or a life event. */
@Controller
@PublicAccess(sameForAll = true)
class CatalogueController {

	private static final int PAGE_SIZE = 50;

	private static final int MOST_RELATED = 6;

	/** More stand in the interface. */
	private static final int MOST_OFFERS = 100;

	/** Length of a code without the ending of a province. */
	private static final int NATIONAL = "1.000000".length();

	private final Catalogue catalogue;

	private final Offers offers;

	private final Agencies agencies;

	private final Clock clock;

	CatalogueController(Catalogue catalogue, Offers offers, Agencies agencies, Clock clock) {
		this.catalogue = catalogue;
		this.offers = offers;
		this.agencies = agencies;
		this.clock = clock;
	}

	@GetMapping("/dich-vu/{code}")
	String service(@PathVariable String code, Model model, HttpServletResponse response) {
		LocalDate today = today();
		Abolition abolition = ProcedureCode.isWellFormed(code) ? catalogue.abolition(new ProcedureCode(code)).orElse(null) : null;
		if (abolition != null && !today.isBefore(abolition.from())) {
			response.setStatus(HttpServletResponse.SC_GONE);
			model.addAttribute("view", new AbolishedPage(catalogue.get(abolition.lastVersion()), abolition));
			return "catalogue/abolished";
		}
		if (ProcedureCode.isWellFormed(code) && code.length() > NATIONAL && catalogue.find(new ProcedureCode(code), today).isEmpty()) {
			return "redirect:/dich-vu/" + code.substring(0, NATIONAL);
		}
		ServiceVersion service = (ProcedureCode.isWellFormed(code) ? catalogue.find(new ProcedureCode(code), today) : java.util.Optional.<ServiceVersion>empty())
			.orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_SERVICE));
		List<ServiceVersion> related = catalogue.all(today).stream()
			.filter(other -> !other.code().equals(service.code()) && other.field().code().equals(service.field().code())).limit(MOST_RELATED).toList();
		List<LifeEvent> events = service.lifeEvents().stream().flatMap(id -> LifeEvent.find(id).stream()).toList();
		model.addAttribute("view", new ServicePage(service, ministry(service.ministry()), events, related, new FeeTable(service, today()), local(service, today)));
		return "catalogue/service";
	}

	@GetMapping("/dich-vu")
	String all(@RequestParam(name = "linh-vuc", required = false) @Nullable String field, @RequestParam(name = "co-quan", required = false) @Nullable String agency,
			@RequestParam(name = "muc", required = false) @Nullable String level, @RequestParam(name = "su-kien", required = false) @Nullable String lifeEvent,
			@RequestParam(name = "doi-tuong", required = false) @Nullable String audience, @RequestParam(name = "trang", defaultValue = "1") String part, Model model) {
		ServiceFilter filter = new ServiceFilter(field, agency, number(level), lifeEvent, audience);
		model.addAttribute("view", list("catalogue.all", null, filter, part, Facets.href(filter)));
		return "catalogue/list";
	}

	@GetMapping("/linh-vuc/{code}")
	String field(@PathVariable String code, @RequestParam(name = "trang", defaultValue = "1") String part, Model model) {
		LocalizedText name = catalogue.all(today()).stream().map(ServiceVersion::field).filter(field -> field.code().equals(code)).map(ServiceVersion.Field::name)
			.findFirst().orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_FIELD));
		ServiceFilter filter = new ServiceFilter(code, null, null, null, null);
		model.addAttribute("view", list(null, name, filter, part, "/linh-vuc/" + code));
		return "catalogue/list";
	}

	@GetMapping("/su-kien/{id}")
	String lifeEvent(@PathVariable String id, @RequestParam(name = "trang", defaultValue = "1") String part, Model model) {
		LifeEvent event = LifeEvent.find(id).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_LIFE_EVENT));
		model.addAttribute("view", list(null, event.name(), new ServiceFilter(null, null, null, id, null), part, "/su-kien/" + id));
		return "catalogue/list";
	}

	private CataloguePage list(@Nullable String title, @Nullable LocalizedText name, ServiceFilter filter, String part, String address) {
		List<ServiceVersion> all = catalogue.all(today());
		List<ServiceVersion> found = all.stream().filter(filter::matches).toList();
		Integer asked = number(part);
		int from = Math.clamp((long) ((asked == null ? 1 : Math.clamp(asked, 1, 10_000)) - 1) * PAGE_SIZE, 0, found.size());
		int to = Math.min(from + PAGE_SIZE, found.size());
		String more = to < found.size() ? address + (address.contains("?") ? "&" : "?") + "trang=" + (from / PAGE_SIZE + 2) : null;
		return new CataloguePage(title, name, found.size(), found.subList(from, to), title == null ? List.of() : new Facets(all, filter, this::ministry).all(), more);
	}

	private List<LocalOffer> local(ServiceVersion service, LocalDate today) {
		return offers.of(service.code(), today, new Limit(MOST_OFFERS), null).items().stream().map(offer -> LocalOffer.of(agencies.get(offer.agency(), today).fullName(), offer, service)).toList();
	}

	private LocalizedText ministry(String code) {
		return agencies.findByExchangeCode(code, today()).map(Agency::fullName).orElse(LocalizedText.same(code));
	}

	private LocalDate today() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

	private static @Nullable Integer number(@Nullable String text) {
		return text == null || !text.matches("\\d{1,6}") ? null : Integer.valueOf(text);
	}

}
