/**
 * Bytes: attachments, receipts, results; digest, type check, signature and verification. Owns schema {@code file}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site" })
@NullMarked
package vn.motcua.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
