/** Pages for signing in, registering, one's own account and the administration of accounts. */
@NullMarked
package vn.motcua.identity.web;

import org.jspecify.annotations.NullMarked;
