package vn.motcua;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What the server can do at best, to compare with: bytes from memory before any other filter. */
@Configuration(proxyBeanMethods = false)
class Yardsticks {

	@Bean
	FilterRegistrationBean<Filter> bytesYardstick() {
		Map<Integer, byte[]> memory = new ConcurrentHashMap<>();
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			int size = Integer.parseInt(((HttpServletRequest) request).getParameter("n"));
			write((HttpServletResponse) response, memory.computeIfAbsent(size, byte[]::new));
		});
		registration.addUrlPatterns("/yardstick/bytes");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	private static void write(HttpServletResponse response, byte[] bytes) throws IOException {
		response.setContentType("text/html;charset=UTF-8");
		response.setContentLength(bytes.length);
		response.getOutputStream().write(bytes);
	}

}
