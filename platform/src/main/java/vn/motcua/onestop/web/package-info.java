/** Officers' pages. */
@NullMarked
package vn.motcua.onestop.web;

import org.jspecify.annotations.NullMarked;
