/**
 * The ledger of dossiers (<i>hồ sơ</i>): drafts, dossiers, events, status, clock, tracking. Owns schema {@code dossier}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "agency", "audit", "file", "notification", "identity", "catalogue", "form", "form :: paper" })
@NullMarked
package vn.motcua.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
