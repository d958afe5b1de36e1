/** Pages of the exchange: connected systems for their agencies and for the centre, and what was sent for officers. */
@NullMarked
package vn.motcua.exchange.web;

import org.jspecify.annotations.NullMarked;
