package vn.motcua.site;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the layout draws around a page.
 *
 * @param navigation entries this visitor sees, in order
 * @param flash what the last action has to say, {@code null} for nothing
 * @param requestedUrl path and query of the page, without the choice of language
 * @param demo true where the data are those of the demonstration
 * @param standing true for a page that a tool draws: there is nowhere to sign in
 */
public record Shell(List<NavigationEntry> navigation, @Nullable Flash flash, String requestedUrl, boolean demo, boolean standing) {

	/** @param text ready words */
	public record Flash(boolean success, String text) {
	}

	public List<NavigationEntry> navigation(NavigationEntry.Area area) {
		return navigation.stream().filter(entry -> entry.area() == area).toList();
	}

	/** The entry that a page lies under: of several the one whose address says most of the page's. */
	public @Nullable NavigationEntry here(String path) {
		return navigation.stream().filter(entry -> path.equals(entry.href()) || !entry.href().equals("/") && path.startsWith(entry.href() + "/"))
			.max(Comparator.comparingInt(entry -> entry.href().length())).orElse(null);
	}

	/** True for people who work here: their own entries come first. */
	public boolean staff() {
		return navigation.stream().anyMatch(entry -> entry.area() != NavigationEntry.Area.CITIZEN);
	}

	/** This page in another language. */
	public String inLanguage(String language) {
		return requestedUrl + (requestedUrl.indexOf('?') < 0 ? "?lang=" : "&lang=") + language;
	}

}
