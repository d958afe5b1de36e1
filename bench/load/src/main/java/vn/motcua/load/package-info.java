/** Agencies' systems by the hundred, processes that are killed, input that nobody would send: tests run them briefly, benchmarks for as long as wanted. */
@NullMarked
package vn.motcua.load;

import org.jspecify.annotations.NullMarked;
