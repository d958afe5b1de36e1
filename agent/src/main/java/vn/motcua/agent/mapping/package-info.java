/** From a row of the existing system to lines of the ledger. */
@NullMarked
package vn.motcua.agent.mapping;

import org.jspecify.annotations.NullMarked;
