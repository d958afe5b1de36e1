package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.ProcedureCode;

/**
 * A dossier handed in at the desk or by post.
 *
 * @param requestKey unique key of this entry: entered twice it is one dossier
 * @param files scans that were made; paper components ticked as handed in stand in {@code paperComponents}
 */
public record WalkIn(String requestKey, ProcedureCode service, Channel channel, Applicant applicant, ObjectNode answers,
		List<DossierStep.SuppliedFile> files, List<String> paperComponents) {

	/** @param subject personal number or tax code, {@code null} when the person has none yet */
	public record Applicant(String name, @Nullable String subject, @Nullable LocalDate birthDate, @Nullable String phone, @Nullable String email) {
	}

}
