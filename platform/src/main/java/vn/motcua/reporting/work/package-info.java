/**
 * The work of reporting (<i>công việc báo cáo</i>): who owes which report, the steps that move it between an agency and the one above, signing,
 * reminders and discipline. Owns the tables {@code obligation}, {@code step}, {@code opened_period}, {@code signed_report}.
 */
@NullMarked
package vn.motcua.reporting.work;

import org.jspecify.annotations.NullMarked;
