package vn.motcua;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** Windows of the browser that visitors have left, by kind: a new one costs as much as four looks at a page. Nothing of a visitor stays in them. */
final class Windows {

	private final Map<String, Deque<Page>> left = new HashMap<>();

	/** One of the kind, or {@code null}. */
	Page take(String kind) {
		Page page = left.getOrDefault(kind, new ArrayDeque<>()).poll();
		if (page != null) {
			page.context().clearCookies();
		}
		return page;
	}

	/** Whether the window could be emptied and is kept. */
	boolean leave(String kind, Page page, String origin) {
		try {
			if (page.isClosed() || page.context().pages().size() > 1) {
				return false;
			}
			CDPSession session = page.context().newCDPSession(page);
			JsonObject everything = new JsonObject();
			everything.addProperty("origin", origin);
			everything.addProperty("storageTypes", "all");
			session.send("Storage.clearDataForOrigin", everything);
			session.send("Network.clearBrowserCache");
			session.detach();
			left.computeIfAbsent(kind, _ -> new ArrayDeque<>()).add(page);
			return true;
		}
		catch (PlaywrightException broken) {
			return false;
		}
	}

}
