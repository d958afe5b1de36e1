package vn.motcua.site;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Answers for styles, script and pictures from memory, before anything else looks at the request. */
final class AssetFilter extends HttpFilter {

	/** A year: the content of a hashed address never changes. */
	private static final String FOR_EVER = "public, max-age=31536000, immutable";

	private static final String FOR_AN_HOUR = "public, max-age=3600";

	/** Addresses that the outside fixes. */
	private static final Map<String, String> FIXED = Map.of("/favicon.ico", "favicon.svg", "/favicon.svg", "favicon.svg",
			"/manifest.webmanifest", "manifest.webmanifest");

	private final Assets assets;

	AssetFilter(Assets assets) {
		this.assets = assets;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		String path = request.getRequestURI();
		boolean hashed = path.startsWith("/assets/");
		if (!hashed && !FIXED.containsKey(path)) {
			chain.doFilter(request, response);
			return;
		}
		Asset asset = hashed ? assets.atAddress(path) : assets.named(FIXED.get(path));
		String life = FOR_EVER;
		if (asset == null || !hashed) {
			asset = asset == null ? assets.named(path.substring("/assets/".length())) : asset;
			life = FOR_AN_HOUR;
		}
		answer(request, response, asset, life);
	}

	private static void answer(HttpServletRequest request, HttpServletResponse response, @Nullable Asset asset, String life) throws IOException {
		if (asset == null) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		else if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
			response.setHeader("Allow", "GET, HEAD");
			response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
		}
		else {
			response.setHeader("Cache-Control", life);
			if (asset.compressible()) {
				response.setHeader("Vary", "Accept-Encoding");
			}
			Bytes.write(request, response, asset);
		}
	}

}
