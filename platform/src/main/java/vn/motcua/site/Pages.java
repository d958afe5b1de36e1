package vn.motcua.site;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

import vn.motcua.kernel.Actor;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {

	private static final Locale VIETNAMESE = Locale.of("vi");

	private final Messages messages;

	private final Assets assets;

	private final LocaleResolver locales;

	private final ObjectProvider<Visitor> visitor;

	private final List<NavigationEntry> navigation;

	private final boolean demo;

	Pages(Messages messages, Assets assets, LocaleResolver locales, ObjectProvider<Visitor> visitor, ObjectProvider<NavigationEntry> navigation,
			@Value("${motcua.demo}") boolean demo) {
		this.messages = messages;
		this.assets = assets;
		this.locales = locales;
		this.visitor = visitor;
		this.navigation = navigation.stream().sorted(Comparator.comparingInt(NavigationEntry::order)).toList();
		this.demo = demo;
	}

	public Page of(HttpServletRequest request, HttpServletResponse response) {
		Locale locale = locales.resolveLocale(request).getLanguage().equals("en") ? Locale.ENGLISH : VIETNAMESE;
		Visitor signedIn = visitor.getIfAvailable();
		Actor actor = signedIn == null ? null : signedIn.current().orElse(null);
		Shell shell = new Shell(visible(actor), Flashes.of(request, messages, locale), RequestedUrl.of(request), demo, false);
		return new Page(messages, locale, request.getRequestURI(), actor, () -> token(request), assets, shell);
	}

	private static String token(HttpServletRequest request) {
		CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
		return token == null ? "" : token.getToken();
	}

	private List<NavigationEntry> visible(@Nullable Actor actor) {
		return navigation.stream().filter(entry -> entry.permission() == null || actor != null && actor.may(entry.permission())).toList();
	}

}
