package vn.motcua.identity.access;

import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Certificates are taken from a proxy before its other headers rename who called. */
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxyCertificates(@Value("${motcua.tls-proxies:}") Set<String> proxies) {
		return server -> {
			if (!proxies.isEmpty()) {
				server.addEngineValves(new ProxyCertificates(proxies));
			}
		};
	}

}
