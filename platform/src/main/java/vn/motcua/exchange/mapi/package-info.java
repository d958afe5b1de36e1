/**
 * The interface that today's one-stop systems speak ({@code POST /api/lienthong/mapi}): one envelope with {@code session, madonvi,
 * service, isUpdating, data}, answered by {@code error_code, message, result}. Its records become lines of the ledger on the same
 * path as everything else.
 */
@NullMarked
package vn.motcua.exchange.mapi;

import org.jspecify.annotations.NullMarked;
