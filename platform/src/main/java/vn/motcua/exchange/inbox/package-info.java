/** What people submit here for agencies that handle it in a system of their own: offered until each system has it. */
@NullMarked
package vn.motcua.exchange.inbox;

import org.jspecify.annotations.NullMarked;
