/** Help and privacy in plain words. */
@NullMarked
package vn.motcua.portal.help;

import org.jspecify.annotations.NullMarked;
