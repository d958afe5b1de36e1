package vn.motcua.exchange.participant;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate before what systems call. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration implements WebMvcConfigurer {

	private final Gate gate;

	GateConfiguration(Gate gate) {
		this.gate = gate;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(gate).addPathPatterns("/api/sync/**", "/api/lienthong/**", "/api/reporting/**", "/api/dataValueSets*");
	}

}
