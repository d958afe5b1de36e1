/**
 * The government's reports (<i>chế độ báo cáo</i>, Decree 09/2019/NĐ-CP): regimes and their templates, indicators, what agencies submit for each
 * period, and figures summed by the tree of the day. Owns schema {@code reporting}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "agency", "audit", "file", "notification", "identity", "catalogue", "dossier", "dossier :: event" })
@NullMarked
package vn.motcua.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
