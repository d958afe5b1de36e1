/**
 * The record of access (<i>nhật ký truy cập</i>): who looked at or changed what, why, on what ground; append-only and hash-chained. Owns schema {@code audit}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site" })
@NullMarked
package vn.motcua.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
