package vn.motcua.site;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Answers a stranger with a kept page before sessions and permissions are looked at. */
final class PublicPagesFilter extends HttpFilter {

	/** Request attribute set where the answer came from memory. */
	static final String FROM_MEMORY = "motcua.from-memory";

	private static final Locale VIETNAMESE = Locale.of("vi");

	private final PublicPages pages;

	PublicPagesFilter(PublicPages pages) {
		this.pages = pages;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		String key = key(request);
		Asset page = key == null ? null : pages.find(key);
		if (page == null) {
			chain.doFilter(request, response);
			return;
		}
		request.setAttribute(FROM_MEMORY, true);
		write(request, response, page, key.startsWith("en") ? "en" : "vi");
	}

	static void write(HttpServletRequest request, HttpServletResponse response, Asset page, String language) throws IOException {
		response.setHeader("Cache-Control", "no-cache");
		response.setHeader("Vary", "Cookie, Accept-Encoding");
		response.setHeader("Content-Language", language);
		Bytes.write(request, response, page);
	}

	/** Under what the page of this request is kept; {@code null} for a visitor who may get a page of their own. */
	static @Nullable String key(HttpServletRequest request) {
		String method = request.getMethod();
		if (!method.equals("GET") && !method.equals("HEAD") || request.getDispatcherType() != DispatcherType.REQUEST
				|| request.getHeader("Authorization") != null) {
			return null;
		}
		String cookies = request.getHeader("Cookie");
		String query = request.getQueryString();
		if (cookies != null && cookies.contains(Visitor.SESSION_COOKIE + "=") || query != null && query.contains("lang=")) {
			return null;
		}
		String url = query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
		return PublicPages.key(language(cookies), url);
	}

	private static Locale language(@Nullable String cookies) {
		int at = cookies == null ? -1 : cookies.indexOf("lang=en");
		boolean english = at == 0 || at > 0 && (cookies.charAt(at - 1) == ' ' || cookies.charAt(at - 1) == ';');
		return english ? Locale.ENGLISH : VIETNAMESE;
	}

}
