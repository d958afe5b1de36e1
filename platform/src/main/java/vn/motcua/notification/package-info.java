/**
 * What people are told (<i>thông báo</i>): inbox, e-mail, SMS, with a sandbox outbox by default. Owns schema {@code notification}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site" })
@NullMarked
package vn.motcua.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
