package vn.motcua.site;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The address under which everybody reaches the platform: it is printed on results and sent in letters, so it is a setting, {@code motcua.public-url}, and never
 * guessed from a request. Without it, this machine at the port that it listens on.
 */
@Component
public class PublicAddress {

	private final String given;

	private volatile int port;

	PublicAddress(@Value("${motcua.public-url:}") String given, @Value("${server.port:8080}") int port) {
		this.given = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
		this.port = port;
	}

	/** A free port was asked for, and this one was given. */
	@EventListener
	void listening(WebServerInitializedEvent event) {
		if (event.getApplicationContext().getServerNamespace() == null) {
			port = event.getWebServer().getPort();
		}
	}

	/** @param path with its slash */
	public String of(String path) {
		return (given.isEmpty() ? "http://localhost:" + port : given) + path;
	}

}
