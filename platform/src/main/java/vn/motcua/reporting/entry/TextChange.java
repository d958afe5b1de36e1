package vn.motcua.reporting.entry;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.ValueSource;

/**
 * One save of a text.
 *
 * @param before {@code null} where it was not kept yet
 * @param source {@code null} where it was not kept yet
 */
record TextChange(int version, @Nullable String before, String content, @Nullable ValueSource source, UUID account, String by, Instant at) {
}
