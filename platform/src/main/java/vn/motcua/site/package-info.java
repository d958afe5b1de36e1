/**
 * The shell of every page (<i>khung giao diện</i>): layout, components, assets, language, error pages. Holds no business. Open,
 * because the words of its components, {@code vn.motcua.site.component}, are for everybody.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = { "kernel" })
@NullMarked
package vn.motcua.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
