/** A person's own dossiers: where each one is, and the one thing to do now. */
@NullMarked
package vn.motcua.portal.mine;

import org.jspecify.annotations.NullMarked;
