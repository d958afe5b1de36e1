package vn.motcua.site;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What an action has to say on the page it redirects to; shown once, in the language of that page. */
public final class Flashes {

	private static final String ATTRIBUTE = "flash";

	private Flashes() {
	}

	/** The action worked: words under a message key, names and values in turn. */
	public static void success(RedirectAttributes redirect, String key, Object... namesAndValues) {
		redirect.addFlashAttribute(ATTRIBUTE, new Said(true, key, values(namesAndValues)));
	}

	/** The action was refused, and nothing has changed. */
	public static void refused(RedirectAttributes redirect, String key, Object... namesAndValues) {
		redirect.addFlashAttribute(ATTRIBUTE, new Said(false, key, values(namesAndValues)));
	}

	static Shell.@Nullable Flash of(HttpServletRequest request, Messages messages, java.util.Locale locale) {
		Map<String, ?> attributes = RequestContextUtils.getInputFlashMap(request);
		return attributes != null && attributes.get(ATTRIBUTE) instanceof Said said
				? new Shell.Flash(said.success, messages.text(locale, said.key, said.values)) : null;
	}

	private static HashMap<String, String> values(Object[] namesAndValues) {
		HashMap<String, String> values = new HashMap<>();
		for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
			values.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
		}
		return values;
	}

	private record Said(boolean success, String key, HashMap<String, String> values) implements Serializable {
	}

}
