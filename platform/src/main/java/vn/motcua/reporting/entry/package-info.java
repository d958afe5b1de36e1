/**
 * What a clerk works with: the page of a report with its grid, notes and narrative; checks; the round trip through a spreadsheet; the report on paper.
 * Owns {@code report_text}, {@code text_entry}, {@code growing_row}, {@code attachment} and {@code workbook_upload}.
 */
@NullMarked
package vn.motcua.reporting.entry;

import org.jspecify.annotations.NullMarked;
