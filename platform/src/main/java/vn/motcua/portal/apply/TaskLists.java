package vn.motcua.portal.apply;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.Assessment.AskedComponent;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.Forms;
import vn.motcua.portal.apply.Task.State;

/** Works out the state of every task of an application from its answers and files. */
@Service
class TaskLists {

	private final Forms forms;

	private final Clock clock;

	TaskLists(Forms forms, Clock clock) {
		this.forms = forms;
		this.clock = clock;
	}

	TaskList of(Application application) {
		List<Task> questions = application.pages().stream().map(page -> new Task(page.title(), application.href(page), state(application, page))).toList();
		List<Task> papers = application.assessment().components().stream()
				.map(asked -> new Task(asked.component().name(), application.href(asked.component()), state(application, asked))).toList();
		return new TaskList(questions, papers.stream().filter(task -> task.state() != State.OPTIONAL).toList(),
				papers.stream().filter(task -> task.state() == State.OPTIONAL).toList(), signatures(application));
	}

	private List<Task> signatures(Application application) {
		return application.signers().stream().map(signer -> new Task(SignersPage.name(signer), application.href() + "/nguoi-ky", switch (signer.state(clock.instant())) {
			case SIGNED -> State.DONE;
			case NOT_INVITED, EXPIRED, VOIDED -> State.TODO;
			case INVITED, ACCEPTED -> State.STARTED;
		})).toList();
	}

	private State state(Application application, FormPage page) {
		if (forms.checkPage(application.form(), page.id(), application.draft().answers(), application.today()).isEmpty()) {
			return papersThere(application, page) ? State.DONE : State.STARTED;
		}
		return page.fields().stream().anyMatch(field -> answered(application, field)) ? State.STARTED : State.TODO;
	}

	/** A page whose answers are known from elsewhere is not done while a paper that it asks for is missing. */
	private static boolean papersThere(Application application, FormPage page) {
		Set<String> here = page.fields().stream().map(FormField::component).filter(Objects::nonNull).map(ServiceVersion.Component::id).collect(Collectors.toSet());
		return application.assessment().components().stream()
			.noneMatch(asked -> asked.required() && here.contains(asked.component().id()) && application.files(asked.component().id()).isEmpty());
	}

	private static State state(Application application, AskedComponent asked) {
		if (!application.files(asked.component().id()).isEmpty()) {
			return State.DONE;
		}
		return asked.required() ? State.TODO : State.OPTIONAL;
	}

	private static boolean answered(Application application, FormField field) {
		JsonNode answer = application.draft().answers();
		for (String part : field.path().split("\\.")) {
			answer = answer.path(part);
		}
		return !answer.isMissingNode() && !answer.isNull() && !(answer.isContainer() && answer.isEmpty());
	}

}
