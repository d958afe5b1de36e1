package vn.motcua.dossier.domain;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.catalogue.Catalogue;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.LedgerAppend;
import vn.motcua.dossier.event.DossierRecorded;

/**
 * Puts the dossiers of the demonstration into an empty ledger, once, in the background of the first start: all of them or
 * none. What is still open is told to the house like any other event, so that officers find it in their queues.
 */
@Component
@ConditionalOnBooleanProperty({ "motcua.demo", "motcua.work" })
class DemoLedger {

	private static final Logger LOG = LoggerFactory.getLogger(DemoLedger.class);

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final DemoDossiers dossiers;

	private final LedgerAppend ledger;

	private final Dossiers steps;

	private final Catalogue catalogue;

	private final DossierViews views;

	private final ApplicationEventPublisher publisher;

	DemoLedger(JdbcTemplate jdbc, TransactionTemplate transaction, DemoDossiers dossiers, LedgerAppend ledger, Dossiers steps,
			Catalogue catalogue, DossierViews views, ApplicationEventPublisher publisher) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.dossiers = dossiers;
		this.ledger = ledger;
		this.steps = steps;
		this.catalogue = catalogue;
		this.views = views;
		this.publisher = publisher;
	}

	@EventListener
	void fill(ApplicationReadyEvent ready) {
		Thread.ofVirtual().name("demo-dossiers").start(this::fillOnce);
	}

	void fillOnce() {
		try {
			if (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from dossier.checkpoint where consumer = 'demo-dossiers')", Boolean.class))) {
				return;
			}
			List<DemoLives.Life> lives = dossiers.lives();
			transaction.executeWithoutResult(_ -> {
				if (jdbc.update("insert into dossier.checkpoint (consumer) values ('demo-dossiers') on conflict do nothing") == 1) {
					fillNow(lives);
				}
			});
		}
		catch (RuntimeException failed) {
			LOG.error("The demonstration starts without dossiers", failed);
		}
	}

	private void fillNow(List<DemoLives.Life> lives) {
		ledger.append(lives.stream().flatMap(life -> life.events().stream()).toList());
		List<DemoLives.Life> open = lives.stream().filter(life -> !life.state().status().ended()).toList();
		open.forEach(this::tell);
		List<DemoLives.Life> worked = open.stream().filter(life -> life.state().status() == DossierStatus.PROCESSING).toList();
		for (int i = 0; i < worked.size(); i += 7) {
			askSupplement(worked.get(i));
		}
	}

	private void askSupplement(DemoLives.Life life) {
		DossierEvent last = life.events().getLast();
		String paper = catalogue.get(life.state().origin().serviceVersion()).components().getFirst().id();
		DossierStep.SupplementItem item = new DossierStep.SupplementItem(paper, "Bản chụp mờ, thiếu trang 2. Hãy chụp lại đủ các trang.");
		steps.record(life.state().code(), new DossierStep.RequestSupplement(List.of(item), "Không đọc được nội dung"),
				DemoLives.officer(last.actorAccount(), last.actorName(), last.agency()));
	}

	private void tell(DemoLives.Life life) {
		DossierView view = views.view(life.state(), LedgerJson.readObject(life.events().getFirst().detail().get("answers").toString()));
		for (DossierEvent event : life.events()) {
			if (event.type() == Type.SUBMITTED || event.type() == Type.ACCEPTED) {
				publisher.publishEvent(new DossierRecorded(event, view));
			}
		}
	}

}
