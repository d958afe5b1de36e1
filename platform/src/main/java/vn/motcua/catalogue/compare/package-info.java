/** Two versions of a service side by side. */
@NullMarked
package vn.motcua.catalogue.compare;

import org.jspecify.annotations.NullMarked;
