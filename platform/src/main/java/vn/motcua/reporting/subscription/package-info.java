/**
 * Subscriptions (<i>đăng ký nhận số liệu</i>): figures of a board or of one question by e-mail, at times or when a period is complete, each letter once, and only what its
 * reader may see at that moment.
 */
@NullMarked
package vn.motcua.reporting.subscription;

import org.jspecify.annotations.NullMarked;
