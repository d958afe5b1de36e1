/**
 * E-forms (<i>biểu mẫu điện tử</i>): drawing and checking them from a bundle.
 */
@ApplicationModule(allowedDependencies = { "kernel", "site", "agency", "file", "catalogue", "catalogue::feel", "catalogue::bundle" })
@NullMarked
package vn.motcua.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
