package vn.motcua.portal.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.Drafts;
import vn.motcua.file.StoredFile;
import vn.motcua.form.FormDefinition.FormField;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.portal.upload.Upload;
import vn.motcua.portal.upload.Uploads;

/** Papers that a form asks for among its questions: uploaded with the page, taken away by the button beside each. */
@Component
class QuestionPapers {

	private static final String DETACH = "_detach";

	private final Drafts drafts;

	private final Uploads uploads;

	private final DraftFiles files;

	QuestionPapers(Drafts drafts, Uploads uploads, DraftFiles files) {
		this.drafts = drafts;
		this.uploads = uploads;
		this.files = files;
	}

	/** The button of a file was pressed: the page is drawn again, nothing is gone on with. */
	static boolean pressed(HttpServletRequest request) {
		return request.getParameter(DETACH) != null;
	}

	Map<String, List<StoredFile>> files(Application application) {
		return files.of(application.draft());
	}

	/** Attaches what came with the page; answers the refusals. */
	List<FieldProblem> take(Application application, FormPage page, HttpServletRequest request, Actor actor) {
		detach(application, request, actor);
		List<FieldProblem> refused = new ArrayList<>();
		if (request instanceof MultipartHttpServletRequest parts) {
			for (FormField field : page.fields()) {
				ServiceVersion.Component component = field.component();
				if (component != null) {
					refused.addAll(take(application, component, parts, actor));
				}
			}
		}
		return refused;
	}

	private List<FieldProblem> take(Application application, ServiceVersion.Component component, MultipartHttpServletRequest parts, Actor actor) {
		int room = component.maxFiles() - application.files(component.id()).size();
		Upload upload = uploads.take(parts.getFiles("files." + component.id()), component, room);
		upload.stored().forEach(file -> drafts.attach(application.draft().id(), actor, component.id(), file));
		return upload.refused().stream().map(refusal -> new FieldProblem("/files/" + component.id(), refusal.code(), refusal.values())).toList();
	}

	private void detach(Application application, HttpServletRequest request, Actor actor) {
		String fileId = request.getParameter(DETACH);
		if (fileId != null) {
			application.draft().files().stream().map(file -> file.fileId()).filter(id -> id.toString().equals(fileId)).findFirst()
					.ifPresent((UUID id) -> drafts.detach(application.draft().id(), actor, id));
		}
	}

}
