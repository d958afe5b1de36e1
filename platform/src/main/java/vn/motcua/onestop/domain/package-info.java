/** How the desk works: processes, queues, acts, results. Nothing outside the module uses it. */
@NullMarked
package vn.motcua.onestop.domain;

import org.jspecify.annotations.NullMarked;
