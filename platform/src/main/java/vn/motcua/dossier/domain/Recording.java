package vn.motcua.dossier.domain;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.event.DossierRecorded;

/** One transaction: the event is appended, the state follows, everybody in the house hears of it, or nothing happened. */
@Component
class Recording {

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher publisher;

	private final DossierViews views;

	Recording(TransactionTemplate transaction, ApplicationEventPublisher publisher, DossierViews views) {
		this.transaction = transaction;
		this.publisher = publisher;
		this.views = views;
	}

	/**
	 * @param append appends the event and answers it as recorded, or empty when something came in between
	 * @return the dossier afterwards, {@code null} when nothing was appended
	 */
	@Nullable DossierView record(Supplier<Optional<DossierEvent>> append, DossierState state, ObjectNode answers) {
		return transaction.execute(_ -> {
			DossierEvent recorded = append.get().orElse(null);
			if (recorded == null) {
				return null;
			}
			DossierView view = views.view(state, answers);
			publisher.publishEvent(new DossierRecorded(recorded, view));
			return view;
		});
	}

}
