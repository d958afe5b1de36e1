/**
 * The small language of computed indicators, computed cells and checks: numbers, {@code + - * /}, comparisons, {@code and or not}, {@code if then else},
 * {@code sum min max abs round}, figures ({@code LD0301}, {@code LD0301[SEX=F]}, {@code LD0301[SEX=*]}), and figures of other times and levels
 * ({@code prev lastyear below missing}). Written like FEEL, which officers know from services; compiled once, exact in decimals. A missing figure makes
 * what is computed from it missing, except in {@code sum min max}; so does a division by zero.
 */
@NullMarked
package vn.motcua.reporting.formula;

import org.jspecify.annotations.NullMarked;
