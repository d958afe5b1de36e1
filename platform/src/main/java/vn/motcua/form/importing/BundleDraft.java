package vn.motcua.form.importing;

import java.util.List;
import java.util.Map;

/**
 * A bundle that somebody has to finish; what is to be done stands in {@code to_write} of its {@code service.yaml}.
 *
 * @param folder name for its folder
 * @param files contents by name
 * @param left what was not carried over
 */
public record BundleDraft(String folder, Map<String, String> files, List<NotCarried> left) {
}
