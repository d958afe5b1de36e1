/**
 * The citizens' front (<i>cổng dịch vụ công</i>): home, search, apply, my dossiers, track, verify.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "agency", "audit", "file", "notification", "identity", "catalogue", "form", "dossier", "dossier :: event", "exchange" })
@NullMarked
package vn.motcua.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
