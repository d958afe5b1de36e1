/** Applying: from the start page over the task list to the confirmation. */
@NullMarked
package vn.motcua.portal.apply;

import org.jspecify.annotations.NullMarked;
