/** Statistics, ratings, post, payments, questions and files of agencies' systems: {@code /api/sync/v1/records} and {@code /api/sync/v1/files}. */
@NullMarked
package vn.motcua.exchange.sent;

import org.jspecify.annotations.NullMarked;
