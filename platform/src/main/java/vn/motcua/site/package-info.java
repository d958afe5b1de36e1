/**
 * The shell of every page (<i>khung giao diện</i>): layout, components, assets, language, error pages. Holds no business.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package vn.motcua.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
