package vn.motcua.site.component;

import org.jspecify.annotations.Nullable;

/**
 * One line of the error summary.
 *
 * @param field name of the input it leads to, {@code null} where there is none
 * @param text what to do, in the reader's language
 */
public record FieldError(@Nullable String field, String text) {
}
