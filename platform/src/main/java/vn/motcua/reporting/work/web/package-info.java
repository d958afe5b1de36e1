/** Pages of the work of reporting: desk, one report, gathering, discipline. */
@NullMarked
package vn.motcua.reporting.work.web;

import org.jspecify.annotations.NullMarked;
