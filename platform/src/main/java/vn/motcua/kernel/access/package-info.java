/** Named permissions and how a route names the one it needs. */
@NullMarked
package vn.motcua.kernel.access;

import org.jspecify.annotations.NullMarked;
