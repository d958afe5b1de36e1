/** Working days, working hours and the arithmetic of due moments (Decree 61/2018/NĐ-CP). */
@NullMarked
package vn.motcua.kernel.calendar;

import org.jspecify.annotations.NullMarked;
