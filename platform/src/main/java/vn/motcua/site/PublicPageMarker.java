package vn.motcua.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import vn.motcua.kernel.access.PublicAccess;

/** Marks the requests whose page may be kept for others: strangers at a route that is the same for all. */
final class PublicPageMarker implements HandlerInterceptor {

	private static final String KEY = "motcua.public-page.key";

	private static final String EDITION = "motcua.public-page.edition";

	private final PublicPages pages;

	PublicPageMarker(PublicPages pages) {
		this.pages = pages;
	}

	/** A page that may be kept, and the state of things it is drawn under. */
	record Mark(String key, long edition) {
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && sameForAll(method)) {
			String key = PublicPagesFilter.key(request);
			if (key != null) {
				request.setAttribute(KEY, key);
				request.setAttribute(EDITION, pages.edition());
			}
		}
		return true;
	}

	/** Cookies can be written so that the key says one language and the page another; such a page is nobody else's. */
	static @Nullable Mark of(HttpServletRequest request, HttpServletResponse response, Page page) {
		boolean keepable = request.getAttribute(KEY) != null && response.getStatus() == HttpServletResponse.SC_OK
				&& response.getHeader("Set-Cookie") == null && !page.personal();
		String key = keepable ? (String) request.getAttribute(KEY) : "";
		return key.startsWith(page.locale().getLanguage()) ? new Mark(key, (long) request.getAttribute(EDITION)) : null;
	}

	private static boolean sameForAll(HandlerMethod method) {
		PublicAccess access = method.getMethodAnnotation(PublicAccess.class);
		if (access == null) {
			access = method.getBeanType().getAnnotation(PublicAccess.class);
		}
		return access != null && access.sameForAll();
	}

}
