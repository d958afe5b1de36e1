package vn.motcua.onestop.domain;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which everybody reaches the platform: it is printed on results, so it is a setting and never guessed from a request. */
@Component
class PublicAddress {

	private final String base;

	PublicAddress(@Value("${motcua.public-url:http://localhost:${server.port:8080}}") String base) {
		this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
	}

	String of(String path) {
		return base + path;
	}

}
