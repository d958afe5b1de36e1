/** The inbox page and, in the demonstration, the sample mailbox. */
@NullMarked
package vn.motcua.notification.web;

import org.jspecify.annotations.NullMarked;
