/** Signed webhooks: tells agencies' systems that something waits for them, and tries again for a day. */
@NullMarked
package vn.motcua.exchange.webhook;

import org.jspecify.annotations.NullMarked;
