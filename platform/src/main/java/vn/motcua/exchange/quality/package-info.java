/** Whether figures can be trusted (<i>chất lượng dữ liệu</i>): how late agencies' lines come, silence, and signs that what is said is not what happened. */
@NullMarked
package vn.motcua.exchange.quality;

import org.jspecify.annotations.NullMarked;
