/** Papers of a dossier for whoever may see it. */
@NullMarked
package vn.motcua.dossier.web;

import org.jspecify.annotations.NullMarked;
