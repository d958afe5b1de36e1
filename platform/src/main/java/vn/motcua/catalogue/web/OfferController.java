package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueProblem;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.Offers;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.domain.Competence;
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Flashes;
import vn.motcua.site.NavigationEntry;

/** What an agency and those under it offer: desk, level, local fee and time, local code. */
@Controller
@RequestMapping("/quan-tri/cung-cap")
@RequiresPermission(Permission.SERVICE_OFFER)
class OfferController {

	private static final String HERE = "/quan-tri/cung-cap";

	private static final int MOST_CHOICES = 400;

	private final AgencyProcedures procedures;

	private final Catalogue catalogue;

	private final Offers offers;

	private final Agencies agencies;

	private final Competence competence;

	OfferController(AgencyProcedures procedures, Catalogue catalogue, Offers offers, Agencies agencies, Competence competence) {
		this.procedures = procedures;
		this.catalogue = catalogue;
		this.offers = offers;
		this.agencies = agencies;
		this.competence = competence;
	}

	@GetMapping
	String list(@RequestParam(name = "q", defaultValue = "") String typed, @RequestParam(name = "trang", defaultValue = "1") String part, @CurrentActor Actor officer, Model model) {
		model.addAttribute("view", procedures.list(procedures.agency(officer), (service, agency) -> competence.mayOffer(service, agency, procedures.today()), typed, part, HERE));
		return "catalogue/offers";
	}

	@GetMapping("/{code}")
	String offer(@PathVariable String code, @RequestParam(name = "don-vi", defaultValue = "") String unit, @CurrentActor Actor officer, Model model) {
		ServiceVersion service = service(code);
		Agency agency = agency(unit, officer);
		return page(service, agency, officer, OfferForm.of(own(service, agency), service, procedures.today()), null, model);
	}

	@PostMapping("/{code}")
	String record(@PathVariable String code, @RequestParam Map<String, String> posted, @CurrentActor Actor officer, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		ServiceVersion service = service(code);
		Agency agency = agency(posted.getOrDefault("don-vi", ""), officer);
		OfferForm form = OfferForm.of(posted);
		try {
			Offer.Terms terms = form.terms(service);
			LocalDate from = DecisionForm.day(form.from());
			offers.record(service.code(), agency.id(), terms, from == null ? procedures.today() : from, DecisionForm.day(form.until()), officer);
			Flashes.success(redirect, "catalogue.offer.recorded");
			return "redirect:" + HERE + "/" + code + "?don-vi=" + agency.id();
		}
		catch (ProblemException refused) {
			response.setStatus(refused.code().kind().status());
			return page(service, agency, officer, form, refused, model);
		}
	}

	@PostMapping("/{code}/ket-thuc")
	String end(@PathVariable String code, @RequestParam Map<String, String> posted, @CurrentActor Actor officer, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		ServiceVersion service = service(code);
		Agency agency = agency(posted.getOrDefault("don-vi", ""), officer);
		LocalDate from = DecisionForm.day(DecisionForm.date(posted, "ket-thuc"));
		if (from == null || from.isBefore(procedures.today())) {
			response.setStatus(422);
			ProblemException refused = new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/end", "catalogue.offer-end")));
			return page(service, agency, officer, OfferForm.of(own(service, agency), service, procedures.today()), refused, model);
		}
		offers.end(service.code(), agency.id(), from, officer);
		Flashes.success(redirect, "catalogue.offer.ended");
		return "redirect:" + HERE + "/" + code + "?don-vi=" + agency.id();
	}

	private String page(ServiceVersion service, Agency agency, Actor officer, OfferForm form, @Nullable ProblemException refused, Model model) {
		Offer holds = offers.find(service.code(), agency.id(), procedures.today()).orElse(null);
		Offer own = own(service, agency);
		model.addAttribute("view", new OfferPage(service, agency, choices(service, procedures.agency(officer)), own, own == null ? holds : null, form, refused));
		return "catalogue/offer";
	}

	private @Nullable Offer own(ServiceVersion service, Agency agency) {
		return offers.own(service.code(), agency.id(), procedures.today()).orElse(null);
	}

	/** The officer's agency and those directly under it that may offer the procedure. */
	private List<Agency> choices(ServiceVersion service, Agency agency) {
		LocalDate today = procedures.today();
		List<Agency> choices = new ArrayList<>(List.of(agency));
		Stream.of(Agency.Level.DEPARTMENT, Agency.Level.DISTRICT, Agency.Level.COMMUNE).flatMap(level -> agencies.children(agency.id(), level, today).stream())
			.filter(child -> competence.mayOffer(service, child, today)).limit(MOST_CHOICES).forEach(choices::add);
		return choices;
	}

	/** The agency that was asked for where the officer has a part in it, else the officer's own. */
	private Agency agency(String unit, Actor officer) {
		Agency own = procedures.agency(officer);
		if (unit.isEmpty()) {
			return own;
		}
		Agency asked = !unit.matches("[1-9]\\d{0,8}") ? null : agencies.find(new vn.motcua.kernel.AgencyId(Integer.parseInt(unit)), procedures.today()).orElse(null);
		if (asked == null || agencies.withAncestors(asked.id(), procedures.today()).stream().noneMatch(above -> above.id().equals(own.id()))) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return asked;
	}

	private ServiceVersion service(String code) {
		if (!ProcedureCode.isWellFormed(code)) {
			throw new ProblemException(CatalogueProblem.NO_SUCH_SERVICE);
		}
		return catalogue.find(new ProcedureCode(code), procedures.today()).orElseThrow(() -> new ProblemException(CatalogueProblem.NO_SUCH_SERVICE));
	}

	@Bean
	static NavigationEntry offerNavigation() {
		return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 35, HERE, "catalogue.nav.offers", Permission.SERVICE_OFFER);
	}

}
