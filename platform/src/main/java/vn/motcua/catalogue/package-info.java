/**
 * Administrative procedures and online services (<i>thủ tục hành chính, dịch vụ công</i>): bundles, versions, search. Owns schema {@code catalogue}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "agency", "audit", "identity" })
@NullMarked
package vn.motcua.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
