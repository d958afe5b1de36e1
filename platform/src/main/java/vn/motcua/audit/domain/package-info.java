/** The record of access: its rows, their seals and the check of both. */
@NullMarked
package vn.motcua.audit.domain;

import org.jspecify.annotations.NullMarked;
