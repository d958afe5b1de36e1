/** FEEL in bundles: conditions, formulas and what they see. */
@NamedInterface("feel")
@NullMarked
package vn.motcua.catalogue.feel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
