/** How a request becomes an actor and may go on: session, tokens, form tokens and the permission each route names. */
@NullMarked
package vn.motcua.identity.access;

import org.jspecify.annotations.NullMarked;
