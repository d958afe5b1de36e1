package vn.motcua.dossier;

import java.util.UUID;

/** @param round 0 for what came with the submission, 1 and 2 for what came with a supplement */
public record AttachedFile(UUID fileId, String componentId, String name, String mediaType, long sizeBytes, String sha256, int round) {
}
