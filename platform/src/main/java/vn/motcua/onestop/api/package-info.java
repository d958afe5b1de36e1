/** Acts of the desk for officers' own programs. */
@NullMarked
package vn.motcua.onestop.api;

import org.jspecify.annotations.NullMarked;
