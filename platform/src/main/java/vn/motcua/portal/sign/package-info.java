/** Filling in and signing one's part of somebody else's dossier. */
@NullMarked
package vn.motcua.portal.sign;

import org.jspecify.annotations.NullMarked;
