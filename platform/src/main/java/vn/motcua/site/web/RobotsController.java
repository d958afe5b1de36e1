package vn.motcua.site.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;

import vn.motcua.kernel.access.PublicAccess;
import vn.motcua.site.SiteMapSource;

/** What search engines are told: public pages, and none at all of a demonstration. */
@RestController
@PublicAccess
class RobotsController {

	private static final int MOST_PAGES = 50_000;

	private final List<SiteMapSource> sources;

	private final boolean demo;

	RobotsController(ObjectProvider<SiteMapSource> sources, @Value("${motcua.demo}") boolean demo) {
		this.sources = sources.orderedStream().toList();
		this.demo = demo;
	}

	@GetMapping("/robots.txt")
	ResponseEntity<String> robots() {
		String rules = demo ? "Disallow: /\n"
				: "Disallow: /api/\nDisallow: /ho-so\nDisallow: /mot-cua\nDisallow: /tai-khoan\nDisallow: /quan-tri\nSitemap: " + address("/sitemap.xml") + "\n";
		return answer(MediaType.TEXT_PLAIN, "User-agent: *\n" + rules);
	}

	@GetMapping("/sitemap.xml")
	ResponseEntity<String> siteMap() {
		Stream<String> paths = Stream.concat(Stream.of("/", "/lien-he", "/tro-nang", "/so-do-trang"),
				sources.stream().flatMap(source -> source.entries().stream()).map(SiteMapSource.Entry::href));
		return answer(MediaType.APPLICATION_XML, paths.distinct().limit(MOST_PAGES)
			.map(path -> "<url><loc>" + HtmlUtils.htmlEscape(address(path)) + "</loc></url>\n")
			.collect(Collectors.joining("", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", "</urlset>\n")));
	}

	private static String address(String path) {
		return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
	}

	private static ResponseEntity<String> answer(MediaType type, String body) {
		return ResponseEntity.ok().contentType(new MediaType(type, java.nio.charset.StandardCharsets.UTF_8))
			.cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)).cachePublic()).body(body);
	}

}
