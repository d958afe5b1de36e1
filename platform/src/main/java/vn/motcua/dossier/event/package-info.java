/** What other rooms hear of the ledger, in the transaction that recorded it. */
@NamedInterface("event")
@NullMarked
package vn.motcua.dossier.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
