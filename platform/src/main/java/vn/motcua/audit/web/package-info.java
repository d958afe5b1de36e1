/** Who looked at my data, and the record for those who may read all of it. */
@NullMarked
package vn.motcua.audit.web;

import org.jspecify.annotations.NullMarked;
