/**
 * The motcua-agent: connects an agency's existing one-stop system with the ledger without programming. It reads a query or a
 * folder of files by watermark, maps columns, codes and states, sends through the SDK, fetches the inbox, compares both sides and
 * shows how it stands.
 */
@NullMarked
package vn.motcua.agent;

import org.jspecify.annotations.NullMarked;
