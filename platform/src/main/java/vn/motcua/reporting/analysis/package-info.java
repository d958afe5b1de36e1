/**
 * Questions to the figures (<i>phân tích số liệu</i>) and their answers: tables, charts, the tile map, exports and SDMX, boards, and every figure opened
 * down to the entries it was summed from.
 */
@NullMarked
package vn.motcua.reporting.analysis;

import org.jspecify.annotations.NullMarked;
