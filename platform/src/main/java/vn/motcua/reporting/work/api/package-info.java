/** The work of reporting for agencies' systems and programs. */
@NullMarked
package vn.motcua.reporting.work.api;

import org.jspecify.annotations.NullMarked;
