/** Drafts of service bundles from what others already have: Form.io definitions, records of the national catalogue of procedures. */
@NullMarked
package vn.motcua.form.importing;

import org.jspecify.annotations.NullMarked;
