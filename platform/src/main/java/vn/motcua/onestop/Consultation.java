package vn.motcua.onestop;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;

/**
 * A question on a dossier to another agency (<i>lấy ý kiến</i>) and its answer.
 *
 * @param item step that asked
 * @param papers files of the dossier that the asked agency may see; it sees nothing else
 * @param closedAt when it was answered or no longer needed, {@code null} while it waits
 */
public record Consultation(UUID id, DossierCode code, String item, AgencyId asking, LocalizedText askingName, UUID askedBy, String askedByName,
		AgencyId asked, LocalizedText askedName, LocalizedText serviceName, String applicantName, String question, List<UUID> papers,
		Instant askedAt, Instant dueAt, @Nullable Instant closedAt, @Nullable Answer answer) {

	public boolean waiting() {
		return closedAt == null;
	}

	/** @param files what came with the opinion */
	public record Answer(String by, String opinion, List<UUID> files) {
	}

}
