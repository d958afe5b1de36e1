package vn.motcua.portal.sign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.SigningView;
import vn.motcua.file.Files;
import vn.motcua.file.StoredFile;
import vn.motcua.form.AnsweredPage;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.FormParts;
import vn.motcua.form.Forms;
import vn.motcua.form.PageView;
import vn.motcua.site.Page;

/** Puts together what a signer may see: their own pages and those of the applicant that the form shows them. */
@Component
class Parts {

	private final Catalogue catalogue;

	private final Forms forms;

	private final FormParts parts;

	private final Files files;

	private final Clock clock;

	Parts(Catalogue catalogue, Forms forms, FormParts parts, Files files, Clock clock) {
		this.catalogue = catalogue;
		this.forms = forms;
		this.parts = parts;
		this.files = files;
		this.clock = clock;
	}

	PartPage of(SigningView signing) {
		return of(signing, null, false);
	}

	PartPage of(SigningView signing, @Nullable PageView view, boolean unconfirmed) {
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		ServiceVersion service = catalogue.get(signing.serviceVersion());
		FormDefinition form = forms.of(service);
		List<FormPage> pages = signing.ended() ? List.of() : parts.pages(form, signing.part(), signing.answers(), today);
		boolean right = signing.ended() || parts.check(form, signing.part(), signing.answers(), today).isEmpty();
		List<String> done = pages.stream().map(FormPage::id).filter(id -> right || complete(form, signing, id, today)).toList();
		return new PartPage(signing, service, form, pages, done, signing.ended() ? List.of() : answered(form, signing, today), view, unconfirmed, today);
	}

	private boolean complete(FormDefinition form, SigningView signing, String pageId, LocalDate today) {
		List<String> pointers = form.pages().stream().filter(page -> page.id().equals(pageId)).flatMap(page -> page.fields().stream()).map(field -> field.pointer()).toList();
		return parts.check(form, signing.part(), signing.answers(), today).stream()
			.noneMatch(problem -> pointers.stream().anyMatch(at -> problem.pointer().equals(at) || problem.pointer().startsWith(at + "/")));
	}

	/** Of several signers each reads only what they wrote themselves. */
	private List<AnsweredPage> answered(FormDefinition form, SigningView signing, LocalDate today) {
		ObjectNode answers = signing.answers().deepCopy();
		String each = signing.signer().each();
		if (each != null) {
			String pointer = "/" + each.replace('.', '/');
			if (answers.at(pointer) instanceof ArrayNode items) {
				items.removeAll().add(parts.own(form, signing.part(), signing.answers()));
			}
		}
		return forms.answered(form, answers, seen(signing), today).stream()
			.filter(page -> page.page().by().equals(signing.part().by()) || signing.signer().sees().contains(page.page().id())).toList();
	}

	private Map<String, List<StoredFile>> seen(SigningView signing) {
		Map<UUID, StoredFile> stored = files.get(signing.seen().stream().map(AttachedFile::fileId).toList());
		return signing.seen().stream().filter(file -> stored.containsKey(file.fileId()))
			.collect(Collectors.groupingBy(AttachedFile::componentId, LinkedHashMap::new, Collectors.mapping(file -> stored.get(file.fileId()), Collectors.toList())));
	}

}
