package vn.motcua.site;

import java.util.Locale;
import java.util.Map;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Draws the view {@code module/name} with the precompiled template {@code module/name.jte}; every template gets {@code page}. */
@Component
class JteViews implements ViewResolver, Ordered {

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final Pages pages;

	JteViews(Pages pages) {
		this.pages = pages;
	}

	@Override
	public View resolveViewName(String name, Locale locale) {
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
		public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
			Map<String, Object> parameters = new java.util.HashMap<>(model);
			parameters.keySet().removeIf(key -> key.startsWith("org.springframework."));
			parameters.put("page", pages.of(request, response));
			Utf8ByteOutput output = new Utf8ByteOutput();
			templates.render(template, parameters, output);
			response.setContentType(getContentType());
			response.setContentLength(output.getContentLength());
			output.writeTo(response.getOutputStream());
		}

	}

}
