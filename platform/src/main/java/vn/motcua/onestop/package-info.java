/**
 * The one-stop desk (<i>bộ phận một cửa</i>): receiving, processing, signing and returning at hosted agencies by BPMN. Owns schema {@code onestop}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "agency", "audit", "file", "notification", "identity", "catalogue", "form", "form :: paper", "dossier", "dossier :: event", "exchange" })
@NullMarked
package vn.motcua.onestop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
