/** What all who read an uploaded workbook (<i>tệp Excel</i>) need before and while they read it: what it unpacks to, where its sheets lie, its parts as streams of XML. */
@NullMarked
package vn.motcua.reporting.spreadsheet;

import org.jspecify.annotations.NullMarked;
