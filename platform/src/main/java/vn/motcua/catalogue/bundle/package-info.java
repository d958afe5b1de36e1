/** Service bundles as folders and archives: reading them, and what can be wrong with them. */
@NamedInterface("bundle")
@NullMarked
package vn.motcua.catalogue.bundle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
