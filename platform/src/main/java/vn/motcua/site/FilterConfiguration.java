package vn.motcua.site;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What looks at a request before sign-in does, in order. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

	@Bean
	FilterRegistrationBean<RequestFilter> requestFilter(RequestLog log) {
		return first(new RequestFilter(log), 1);
	}

	@Bean
	FilterRegistrationBean<AssetFilter> assetFilter(Assets assets) {
		return first(new AssetFilter(assets), 2);
	}

	@Bean
	FilterRegistrationBean<PublicPagesFilter> publicPagesFilter(PublicPages pages) {
		return first(new PublicPagesFilter(pages), 3);
	}

	private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(F filter, int place) {
		FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
		return registration;
	}

}
