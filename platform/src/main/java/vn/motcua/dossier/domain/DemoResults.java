package vn.motcua.dossier.domain;

import java.time.LocalDate;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.ResultDocuments;

/** The results of the demonstration: each drawn and signed for its leader and agency as any other, on all processors at once. */
@Component
class DemoResults {

	private final ObjectProvider<ResultDocuments> documents;

	private final DossierViews views;

	DemoResults(ObjectProvider<ResultDocuments> documents, DossierViews views) {
		this.documents = documents;
		this.views = views;
	}

	/** Puts the file of its result into every life that has one. */
	void draw(List<DemoLives.Life> lives) {
		lives.parallelStream().forEach(life -> life.events().stream().filter(event -> event.type() == Type.COMPLETED).forEach(event -> draw(life, event)));
	}

	private void draw(DemoLives.Life life, DossierEvent event) {
		DossierView dossier = views.view(life.state(), (ObjectNode) life.events().getFirst().detail().get("answers"));
		DossierStep.Complete result = LedgerJson.read(event.detail(), DossierStep.Complete.class);
		ResultDocuments.Content content = new ResultDocuments.Content(result.resultNumber(), event.detail().path(Details.VERIFICATION_TOKEN).asString(),
				result.granted(), result.note() == null ? "" : result.note(), LocalDate.ofInstant(event.at(), ProcessingDeadline.ZONE));
		documents.ifAvailable(signed -> event.detail().put("resultFile",
				signed.draw(dossier, content, DemoLives.officer(event.actorAccount(), event.actorName(), event.agency())).toString()));
	}

}
