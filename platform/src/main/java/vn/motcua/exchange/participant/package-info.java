/** Agencies' systems from registration to their end: who takes part, for whom, how much. */
@NullMarked
package vn.motcua.exchange.participant;

import org.jspecify.annotations.NullMarked;
