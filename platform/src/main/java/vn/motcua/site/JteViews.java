package vn.motcua.site;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Draws the view {@code module/name} with the precompiled template {@code module/name.jte}; every template gets {@code page}. */
@Component("jteViews")
class JteViews implements ViewResolver, Ordered {

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final Pages pages;

	private final PublicPages publicPages;

	JteViews(Pages pages, PublicPages publicPages) {
		this.pages = pages;
		this.publicPages = publicPages;
	}

	@Override
	public @Nullable View resolveViewName(String name, Locale locale) {
		if (name.startsWith("redirect:") || name.startsWith("forward:")) {
			return null;
		}
		return new JteView(name + ".jte");
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE + 10;
	}

	private final class JteView implements View {

		private final String template;

		private JteView(String template) {
			this.template = template;
		}

		@Override
		public String getContentType() {
			return "text/html;charset=UTF-8";
		}

		@Override
		public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
			Page page = pages.of(request, response);
			Map<String, Object> parameters = model == null ? new HashMap<>() : new HashMap<>(model);
			parameters.keySet().removeIf(key -> key.startsWith("org.springframework."));
			parameters.put("page", page);
			Utf8ByteOutput output = new Utf8ByteOutput();
			templates.render(template, parameters, output);
			PublicPageMarker.Mark mark = PublicPageMarker.of(request, response, page);
			if (mark == null) {
				write(output, page, response);
			}
			else {
				Asset drawn = Asset.page(output.toByteArray());
				publicPages.keep(mark.key(), drawn, mark.edition());
				PublicPagesFilter.write(request, response, drawn, page.locale().getLanguage());
			}
		}

		private void write(Utf8ByteOutput output, Page page, HttpServletResponse response) throws IOException {
			response.setContentType(getContentType());
			response.setHeader("Content-Language", page.locale().getLanguage());
			response.setContentLength(output.getContentLength());
			output.writeTo(response.getOutputStream());
		}

	}

}
