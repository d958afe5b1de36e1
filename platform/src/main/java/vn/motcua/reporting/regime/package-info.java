/**
 * Report regimes and their versions (<i>chế độ báo cáo</i>), templates, periods and their rules, indicators (<i>chỉ tiêu</i>); the packaged ones, and
 * the pages on which they are read and designed. Owns tables {@code regime}, {@code regime_version}, {@code period}, {@code indicator},
 * {@code dimension}, {@code target}.
 */
@NullMarked
package vn.motcua.reporting.regime;

import org.jspecify.annotations.NullMarked;
