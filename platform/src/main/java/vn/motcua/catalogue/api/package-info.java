/** The catalogue for other systems. */
@NullMarked
package vn.motcua.catalogue.api;

import org.jspecify.annotations.NullMarked;
