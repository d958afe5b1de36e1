package vn.motcua.onestop.walkin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.dossier.DossierStep.SuppliedFile;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;

/**
 * What an officer has entered so far.
 *
 * @param papers ids of the components handed in on paper
 * @param enteredAs the dossier it became, {@code null} while it is being entered
 */
public record WalkInDraft(UUID id, long serviceVersion, Channel channel, Person person, ObjectNode answers, List<SuppliedFile> files,
		List<String> papers, @Nullable DossierCode enteredAs, Instant savedAt) {

	/** The applicant as written down; all texts, empty while not given. */
	public record Person(String name, String subject, String phone, String email) {

		static final Person NONE = new Person("", "", "", "");

	}

	public String href() {
		return "/mot-cua/nhap-ho-so/" + id;
	}

}
