package vn.motcua.reporting.regime;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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
import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.access.RequiresPermission;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.AgencyWords;
import vn.motcua.reporting.AnsweredFor;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.burden.Burdens;
import vn.motcua.site.Flashes;
import vn.motcua.site.Page;

/** The register of report regimes. */
@Controller
@RequestMapping("/bao-cao/che-do")
@RequiresPermission(Permission.REPORT_VIEW)
public class RegimeController {

	private static final int MOST_PERIODS = 12;

	private final Regimes regimes;

	private final RegimeStore store;

	private final Agencies agencies;

	private final RegimeDesk desk;

	private final Burdens burdens;

	private final AnsweredFor answered;

	private final Clock clock;

	RegimeController(Regimes regimes, RegimeStore store, Agencies agencies, RegimeDesk desk, Burdens burdens, AnsweredFor answered, Clock clock) {
		this.regimes = regimes;
		this.store = store;
		this.agencies = agencies;
		this.desk = desk;
		this.burdens = burdens;
		this.answered = answered;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam(name = "q", defaultValue = "") String words, @RequestParam(name = "co-quan", defaultValue = "") String owner,
			@RequestParam(name = "tan-suat", defaultValue = "") String type, @CurrentActor Actor actor, Model model) {
		List<Regime> all = regimes.all();
		TreeMap<String, Owner> owners = new TreeMap<>();
		all.forEach(regime -> owners.put(owner(regime).name().vi(), new Owner(regime.owner().toString(), owner(regime).name())));
		String wanted = folded(words);
		model.addAttribute("regimes", all.stream()
			.filter(regime -> (owner.isEmpty() || owner.equals(regime.owner().toString()) || answered.today(regime.owner()).stream().anyMatch(heir -> owner.equals(heir.toString()))) && (type.isEmpty() || type.equals(regime.periodType().name()))
					&& (wanted.isEmpty() || folded(regime.code() + " " + regime.name().vi() + " " + regime.name().en()).contains(wanted)))
			.map(regime -> new Row(regime, owner(regime))).toList());
		model.addAttribute("owners", List.copyOf(owners.values()));
		model.addAttribute("types", List.of(PeriodType.values()));
		model.addAttribute("words", words);
		model.addAttribute("owner", owner);
		model.addAttribute("type", type);
		model.addAttribute("drafts", actor.may(Permission.REPORT_DESIGN) ? drafts(actor) : List.of());
		return "reporting/regimes";
	}

	/** An agency that issued regimes, by its number. */
	public record Owner(String number, LocalizedText name) {
	}

	/** What the list shows of a regime. */
	public record Row(Regime regime, AgencyWords owner) {
	}

	/** A regime that was never published, with the number of its draft. */
	public record Draft(String code, LocalizedText name, int number) {
	}

	@GetMapping("/{ma}")
	String one(@PathVariable("ma") String code, @RequestParam(name = "khac", defaultValue = "0") int compared, @CurrentActor Actor actor, Model model) {
		model.addAttribute("view", page(code, compared, "", null, actor));
		return "reporting/regime";
	}

	/** From a day on nobody reports under the regime any more. */
	@PostMapping("/{ma}/het-hieu-luc")
	@RequiresPermission(Permission.REPORT_DESIGN)
	String end(@PathVariable("ma") String code, @RequestParam(name = "het-hieu-luc", defaultValue = "") String until, @CurrentActor Actor actor, Model model, HttpServletResponse response,
			RedirectAttributes redirect) {
		Regime regime = ReportAddress.regime(regimes, code);
		try {
			desk.end(regime.code(), PublishController.day(until, "/het-hieu-luc"), actor);
		}
		catch (ProblemException refused) {
			if (refused.fields().isEmpty()) {
				throw refused;
			}
			response.setStatus(422);
			model.addAttribute("view", page(code, 0, until, refused.fields().getFirst(), actor));
			return "reporting/regime";
		}
		Flashes.success(redirect, "reporting.regime.ended");
		return "redirect:" + RegimePage.href(regime);
	}

	private RegimePage page(String code, int compared, String until, @Nullable FieldProblem problem, Actor actor) {
		Regime regime = ReportAddress.regime(regimes, code);
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		boolean designs = actor.may(Permission.REPORT_DESIGN) && answered.actsFor(actor, regime.owner());
		List<RegimePage.VersionRow> versions = store.versions(regime.number()).stream().filter(version -> designs || version.state() != RegimeVersion.State.DRAFT)
			.sorted(Comparator.comparingInt(RegimeVersion::number).reversed()).map(RegimeController::row).toList();
		List<Regimes.Opening> around = regimes.periods(regime.number(), today.minusDays(days(regime)), today.plusDays(days(regime)));
		List<Regimes.Opening> periods = around.subList(Math.max(0, around.size() - MOST_PERIODS), around.size());
		return new RegimePage(regime, owner(regime), opening -> new ReportAddress(regime, opening, agencies.get(regime.owner(), opening.period().to())).path(), regimes.template(regime.number(), today), versions, periods, clock.instant(),
				department(regime, today), regime.provinces().stream().map(id -> agencies.get(id, today).name()).toList(), burdens.of(regime), designs, compared, changes(regime, compared), until, problem);
	}

	private @Nullable VersionChanges changes(Regime regime, int number) {
		List<RegimeVersion> published = store.versions(regime.number()).stream().filter(version -> version.state() != RegimeVersion.State.DRAFT && version.number() <= number).toList();
		return published.size() < 2 || published.getLast().number() != number ? null : VersionChanges.between(published.get(published.size() - 2), published.getLast());
	}

	private static RegimePage.VersionRow row(RegimeVersion version) {
		return new RegimePage.VersionRow(version.number(), version.state().name().toLowerCase(Locale.ROOT), version.validFrom(), version.validUntil(), version.changedBy(),
				version.state() == RegimeVersion.State.DRAFT);
	}

	private List<Draft> drafts(Actor actor) {
		return store.drafts().stream().filter(draft -> answered.actsFor(actor, draft.owner()))
			.map(draft -> new Draft(draft.code().value(), draft.version().content().name(), draft.version().number())).toList();
	}

	/** As any province calls its own; the kind as it is written where none has one today. */
	private @Nullable LocalizedText department(Regime regime, LocalDate today) {
		String kind = regime.departmentKind();
		return kind == null ? null : agencies.all(Agency.Level.PROVINCE, today).stream().flatMap(province -> agencies.department(province.id(), kind, today).stream()).findFirst().map(Agency::name)
			.orElseGet(() -> LocalizedText.same(kind));
	}

	private AgencyWords owner(Regime regime) {
		return answered.words(agencies.get(regime.owner(), LocalDate.now(clock.withZone(Page.ZONE))), Agency::name);
	}

	/** How far back and ahead about six periods reach. */
	private static int days(Regime regime) {
		return switch (regime.periodType()) {
			case DAY -> 5;
			case WEEK -> 42;
			case TEN_DAYS -> 60;
			case MONTH -> 150;
			case QUARTER -> 500;
			case HALF -> 900;
			case NINE_MONTHS, YEAR, SCHOOL_YEAR, WINDOW -> 1_100;
		};
	}

	static String folded(String text) {
		return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
	}

}
