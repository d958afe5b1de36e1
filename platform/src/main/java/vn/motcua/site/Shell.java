package vn.motcua.site;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the layout draws around a page.
 *
 * @param navigation entries this visitor sees, in order
 * @param flash what the last action has to say, {@code null} for nothing
 */
public record Shell(List<NavigationEntry> navigation, @Nullable Flash flash, String requestedUrl, boolean demo) {

	/** @param text ready words */
	public record Flash(boolean success, String text) {
	}

}
