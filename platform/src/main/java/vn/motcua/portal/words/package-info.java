/** What a status, an event or a date is called when the platform speaks to a citizen. */
@NullMarked
package vn.motcua.portal.words;

import org.jspecify.annotations.NullMarked;
