/** Pages of the exchange for officers. */
@NullMarked
package vn.motcua.exchange.web;

import org.jspecify.annotations.NullMarked;
