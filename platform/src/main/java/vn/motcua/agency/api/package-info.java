/** Units and their history for other systems. */
@NullMarked
package vn.motcua.agency.api;

import org.jspecify.annotations.NullMarked;
