/**
 * Boards (<i>bảng số liệu</i>): questions to the figures that somebody keeps under a name, in order and each with its picture, for themselves, their agency or
 * every officer. A board is opened with the figures of the moment.
 */
@NullMarked
package vn.motcua.reporting.board;

import org.jspecify.annotations.NullMarked;
