package vn.motcua.exchange.quality;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QualityConfiguration {

	@Bean
	SignRules signRules() {
		return SignRules.packaged();
	}

}
