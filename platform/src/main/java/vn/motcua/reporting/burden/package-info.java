/**
 * What a regime costs who reports (<i>gánh nặng báo cáo, chi phí tuân thủ</i>) and what reporting here saves: reports of a year counted from who owes them, hours
 * measured from the work itself, each with the parameters it was computed with.
 */
@NullMarked
package vn.motcua.reporting.burden;

import org.jspecify.annotations.NullMarked;
