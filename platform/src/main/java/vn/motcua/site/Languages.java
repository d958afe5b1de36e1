package vn.motcua.site;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** The language in which a program is answered: English where it asks for that, else Vietnamese. */
public final class Languages {

	public static final Locale VIETNAMESE = Locale.of("vi");

	private Languages() {
	}

	/** By {@code Accept-Language}; pages do not go by it, because browsers send it whatever their reader speaks. */
	public static Locale asked(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
		return accepted != null && accepted.regionMatches(true, 0, "en", 0, 2) ? Locale.ENGLISH : VIETNAMESE;
	}

}
