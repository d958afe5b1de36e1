/**
 * The report on the control of administrative procedures, counted from the ledger of dossiers (<i>báo cáo kiểm soát thủ tục hành chính</i>, Circular 02/2017/TT-VPCP form
 * II.06a) and written into the sheets of who owes it, until it is checked.
 */
@NullMarked
package vn.motcua.reporting.counted;

import org.jspecify.annotations.NullMarked;
