/**
 * Agencies and administrative units (<i>cơ quan, đơn vị hành chính</i>): who is under whom, from when to when, and into what they merged. Owns schema {@code agency}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site" })
@NullMarked
package vn.motcua.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
