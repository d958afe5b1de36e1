/** Public tracking by code. */
@NullMarked
package vn.motcua.portal.track;

import org.jspecify.annotations.NullMarked;
