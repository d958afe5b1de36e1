/**
 * Papers drawn from values alone, so that those of a real dossier and those of a preview come from one hand: the slips of
 * Circular 01/2018/TT-VPCP and the document of a result.
 */
@NamedInterface("paper")
@NullMarked
package vn.motcua.form.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
