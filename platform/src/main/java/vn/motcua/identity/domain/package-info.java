/** Accounts, roles, passwords and one-time codes: the rules and the tables. */
@NullMarked
package vn.motcua.identity.domain;

import org.jspecify.annotations.NullMarked;
