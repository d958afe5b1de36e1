/** Home and search: the way in for everybody. */
@NullMarked
package vn.motcua.portal.home;

import org.jspecify.annotations.NullMarked;
