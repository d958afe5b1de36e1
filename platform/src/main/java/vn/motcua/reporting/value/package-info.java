/**
 * The values: entries, sheets, totals and the queue between them; bulk intake, the interfaces of agencies' systems, the commands
 * {@code reporting verify} and {@code reporting rebuild}.
 */
@NullMarked
package vn.motcua.reporting.value;

import org.jspecify.annotations.NullMarked;
