package vn.motcua.onestop.domain;

import java.util.Comparator;

import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierStep;
import vn.motcua.dossier.DossierStep.Holder;
import vn.motcua.dossier.Dossiers;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.onestop.StepKind;
import vn.motcua.onestop.WorkItem;

/** Tells the ledger who holds a dossier now and until when, after the process moved. */
@Component
class StepHolders {

	private final Dossiers dossiers;

	private final WorkItemStore items;

	StepHolders(Dossiers dossiers, WorkItemStore items) {
		this.dossiers = dossiers;
		this.items = items;
	}

	/** Of several open steps the one that leads; consultations run beside it. */
	void tell(DossierCode code, Actor by) {
		items.open(code).stream().min(Comparator.comparing((WorkItem item) -> item.kind() == StepKind.CONSULT).thenComparing(WorkItem::dueAt))
			.ifPresent(item -> dossiers.record(code, new DossierStep.Assign(holder(item)), by));
	}

	/** The officer who takes a step over. */
	static Holder holder(WorkItem item, Actor officer) {
		return new Holder(officer.account(), officer.name(), item.role().name(), item.stepName(), item.dueAt());
	}

	private static Holder holder(WorkItem item) {
		return new Holder(item.owner(), item.ownerName(), item.role().name(), item.stepName(), item.dueAt());
	}

}
