package vn.motcua.site.component;

import org.jspecify.annotations.Nullable;

/**
 * One task of a task list.
 *
 * @param href where it is done, {@code null} while it cannot be started
 * @param state how far it is, in words
 * @param complete true draws the words plainly, false as a tag
 */
public record TaskItem(String title, @Nullable String hint, @Nullable String href, String state, boolean complete) {
}
