package vn.motcua.dossier;

import java.util.UUID;

/**
 * An agency's own one-stop system (<i>hệ thống một cửa của cơ quan</i>) that handles what is submitted here for the agency.
 *
 * @param id its account
 * @param name as people know it
 */
public record OwnSystem(UUID id, String name) {
}
