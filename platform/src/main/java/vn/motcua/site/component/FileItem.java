package vn.motcua.site.component;

import org.jspecify.annotations.Nullable;

/**
 * One file of a file list.
 *
 * @param sizeBytes size
 * @param sha256 digest in hexadecimal digits
 * @param href where it is read, {@code null} for nowhere
 * @param note for example who signed it
 */
public record FileItem(String name, long sizeBytes, @Nullable String sha256, @Nullable String href, @Nullable String note) {
}
