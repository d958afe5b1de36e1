package vn.motcua.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Service;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.file.StoredFile;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Forms by the digest of their bundle, compiled when they are first asked for. */
@Service
class CompiledForms implements Forms {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final int MOST = 2_000;

	private final Map<String, FormDefinition> forms = new ConcurrentHashMap<>();

	private final Agencies agencies;

	private final AreaRule areas;

	private final Clock clock;

	CompiledForms(Agencies agencies, AreaRule areas, Clock clock) {
		this.agencies = agencies;
		this.areas = areas;
		this.clock = clock;
	}

	@Override
	public FormDefinition of(ServiceVersion service) {
		FormDefinition known = forms.get(service.digest());
		if (known != null) {
			return known;
		}
		if (forms.size() >= MOST) {
			forms.clear();
		}
		return forms.computeIfAbsent(service.digest(), digest -> FormReader.read(service, areas));
	}

	@Override
	public List<FormPage> pages(FormDefinition form, JsonNode answers, LocalDate on) {
		return List.copyOf(AskedForm.of(form, answers, on).pages());
	}

	@Override
	public List<FieldProblem> check(FormDefinition form, JsonNode answers, LocalDate on) {
		return AnswerCheck.of(form, answers, agencies, on);
	}

	@Override
	public List<FieldProblem> checkPage(FormDefinition form, String pageId, JsonNode answers, LocalDate on) {
		FormPage page = page(form, pageId);
		return AnswerCheck.of(form, answers, agencies, on, office(page)).stream().filter(problem -> concerns(page, problem.pointer())).toList();
	}

	@Override
	public ObjectNode complete(FormDefinition form, JsonNode answers, LocalDate on) {
		return AskedForm.of(form, answers, on).answers();
	}

	@Override
	public ObjectNode read(FormDefinition form, String pageId, Map<String, String[]> parameters, JsonNode answers) {
		return PostedAnswers.patch(page(form, pageId), parameters, answers);
	}

	@Override
	public boolean again(FormDefinition form, String pageId, Map<String, String[]> parameters, JsonNode answers, LocalDate on) {
		return PostedAnswers.pressed(parameters) || parameters.containsKey(PostedAnswers.SHOWN)
				&& !PostedAnswers.shown(parameters).containsAll(PostedAnswers.questions(page(form, pageId), asked(form, page(form, pageId), answers, on)));
	}

	@Override
	public ObjectNode prefill(FormDefinition form, FormPart part, JsonNode answers, Known known) {
		return new Prefill(known, agencies, LocalDate.now(clock.withZone(ZONE))).fill(form, part, answers);
	}

	@Override
	public PageView view(FormDefinition form, String pageId, Sheet sheet) {
		FormPage page = page(form, pageId);
		return new PageDrawing(asked(form, page, sheet.answers(), sheet.on()), sheet, agencies).page(page, form.signer(page.by()).map(Signer::each).orElse(null));
	}

	@Override
	public ObjectNode bound(FormDefinition form, JsonNode answers, Known known) {
		return new Prefill(known, agencies, LocalDate.now(clock.withZone(ZONE))).bound(form, answers);
	}

	@Override
	public List<AnsweredPage> answered(FormDefinition form, JsonNode answers, Map<String, List<StoredFile>> files, LocalDate on) {
		return answered(AskedForm.of(form, answers, on), files, on);
	}

	@Override
	public List<AnsweredPage> answeredWithOffice(FormDefinition form, JsonNode answers, Map<String, List<StoredFile>> files, LocalDate on) {
		return answered(AskedForm.of(form, answers, on, true), files, on);
	}

	private List<AnsweredPage> answered(AskedForm asked, Map<String, List<StoredFile>> files, LocalDate on) {
		AnswersInWords words = new AnswersInWords(asked, files, agencies, on);
		return asked.pages().stream().map(words::page).toList();
	}

	private static AskedForm asked(FormDefinition form, FormPage page, JsonNode answers, LocalDate on) {
		return AskedForm.of(form, answers, on, office(page));
	}

	private static boolean office(FormPage page) {
		return page.by().equals(FormPart.OFFICE);
	}

	static FormPage page(FormDefinition form, String pageId) {
		return form.pages().stream().filter(page -> page.id().equals(pageId)).findFirst().orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	private static boolean concerns(FormPage page, String pointer) {
		return pointer.isEmpty() || page.fields().stream().map(FormField::pointer).anyMatch(at -> pointer.equals(at) || pointer.startsWith(at + "/"));
	}

}
