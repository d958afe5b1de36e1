/**
 * Accounts, assurance levels, roles at agencies, sign-in and the OpenID provider (<i>định danh và xác thực</i>). Owns schema {@code identity}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "agency", "audit", "notification" })
@NullMarked
package vn.motcua.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
