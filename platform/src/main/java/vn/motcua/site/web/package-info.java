/** The few pages the shell has of its own. */
@NullMarked
package vn.motcua.site.web;

import org.jspecify.annotations.NullMarked;
