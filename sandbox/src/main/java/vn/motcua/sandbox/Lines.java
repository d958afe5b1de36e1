package vn.motcua.sandbox;

import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Applicant;
import vn.motcua.sdk.Component;
import vn.motcua.sdk.Result;
import vn.motcua.sdk.Status;
import vn.motcua.sdk.SyncLine;

/** A step as the line that the ledger takes; the same row gives the same line. */
final class Lines {

	private Lines() {
	}

	static SyncLine of(Pending step) {
		SyncLine line = SyncLine.of(step.agency(), step.code(), step.procedure(), step.seq(), step.status(), step.at()).withApplicant(applicant(step)).withChannel(step.channel())
			.withMoments(null, step.dueAt()).withWords(step.note(), step.status() == Status.SUBMITTED ? null : step.officer()).withMore(more(step));
		if (step.seq() == 1 && !step.portal()) {
			line = line.withComponents(List.of(new Component(null, "Tờ khai", step.digitised(), List.of())));
		}
		return step.status() == Status.COMPLETED ? line.withResults(List.of(new Result(null, step.procedureName(), step.code() + "/KQ", List.of()))) : line;
	}

	private static Applicant applicant(Pending step) {
		return new Applicant(step.name(), step.number(), step.phone(), null);
	}

	private static @Nullable String more(Pending step) {
		ObjectNode more = JsonNodeFactory.instance.objectNode();
		if (step.paidVnd() > 0) {
			more.withArray("payments").addObject().put("amountVnd", step.paidVnd()).put("payAt", step.status() == Status.ACCEPTED ? "receipt" : "supplement")
				.put("method", step.status() == Status.ACCEPTED ? "cash" : "bank");
		}
		if (step.status() == Status.SUPPLEMENT_REQUESTED && step.note() != null) {
			more.putObject("supplement").putArray("items").addObject().put("what", step.note());
		}
		return more.isEmpty() ? null : more.toString();
	}

}
