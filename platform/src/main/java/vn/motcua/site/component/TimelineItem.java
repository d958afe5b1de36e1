package vn.motcua.site.component;

import org.jspecify.annotations.Nullable;

/**
 * One event of a timeline, newest first.
 *
 * @param when ready words of the time
 * @param by who did it
 * @param text more about it
 * @param current true for what holds now
 */
public record TimelineItem(String title, String when, @Nullable String by, @Nullable String text, boolean current) {
}
