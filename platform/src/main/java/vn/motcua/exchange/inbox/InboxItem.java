package vn.motcua.exchange.inbox;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.AttachedFile;

/**
 * What the agency's own system reads of one entry.
 *
 * @param code of the dossier, for good; the system's own number stands beside it
 * @param number the system's own number, once it gave one
 * @param dueAt promised moment, {@code null} before acceptance
 * @param answers of the submission; empty for what came later
 * @param answersInWords the same as people read it
 * @param files that came with this entry
 * @param note the applicant's words: with a supplement, why they withdraw
 * @param amountVnd what was paid
 * @param signatures of people beside the applicant
 */
record InboxItem(String id, String kind, String code, @Nullable String number, String agency, String agencyName, String procedure, String procedureName, String at,
		String submittedAt, @Nullable String dueAt, @Nullable String caseName, Applicant applicant, ObjectNode answers, @Nullable List<AnsweredInWords> answersInWords,
		List<File> files, List<String> paperComponents, @Nullable Long feesVnd, @Nullable String note, @Nullable Long amountVnd, @Nullable String receiptNumber,
		@Nullable JsonNode signatures) {

	record Applicant(String name, @Nullable String number, @Nullable String phone, @Nullable String email) {
	}

	record AnsweredInWords(String page, List<Answer> answers) {
	}

	record Answer(String question, String answer) {
	}

	record File(UUID id, String component, String name, String mediaType, long bytes, String sha256, String url) {

		static File of(AttachedFile file, long entry) {
			return new File(file.fileId(), file.componentId(), file.name(), file.mediaType(), file.sizeBytes(), file.sha256(),
					"/api/sync/v1/inbox/" + entry + "/files/" + file.fileId());
		}

	}

}
