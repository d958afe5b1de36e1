/** Taking in papers: what a component accepts, refusals in words, files by the handful. */
@NullMarked
package vn.motcua.portal.upload;

import org.jspecify.annotations.NullMarked;
