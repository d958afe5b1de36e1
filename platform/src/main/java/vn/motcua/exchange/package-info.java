/**
 * The exchange (<i>kết nối, chia sẻ dữ liệu</i>): agencies' own systems that take part, what they send and fetch, and the record
 * of every call. Owns schema {@code exchange}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "agency", "audit", "file", "notification", "identity", "catalogue", "form", "dossier", "dossier :: event", "sdk" })
@NullMarked
package vn.motcua.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
