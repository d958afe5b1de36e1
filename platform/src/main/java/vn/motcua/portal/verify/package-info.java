/** Public verification of a result: genuine or not, by whom and when signed, in force or revoked. */
@NullMarked
package vn.motcua.portal.verify;

import org.jspecify.annotations.NullMarked;
