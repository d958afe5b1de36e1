package vn.motcua.dossier.domain;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;

/**
 * What somebody hands in, before it is a dossier.
 *
 * @param desk agency whose officer enters it, {@code null} when the applicant files
 * @param signatures of those who fill in a part; at the desk they stand on paper
 */
record Filing(ServiceVersion service, Channel channel, DossierState.Applicant applicant, @Nullable String birthDate, ObjectNode answers,
		List<AttachedFile> files, List<String> paperComponents, @Nullable UUID draft, @Nullable AgencyId desk,
		DraftSignatures.Standing signatures) {

	boolean has(String componentId) {
		return paperComponents.contains(componentId) || files.stream().anyMatch(file -> file.componentId().equals(componentId));
	}

}
