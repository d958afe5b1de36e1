package vn.motcua.identity.access;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** The chain of filters before every page and interface; permissions are checked at the routes themselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

	/** Requests are measured as a whole; measuring every filter by itself costs more than the filters. */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	SecurityFilterChain everything(HttpSecurity http, SessionActors actors, FormTokens tokens, RefusedForms refused,
			BearerActors bearers, Refusals refusals) {
		return http.securityContext(context -> context.securityContextRepository(actors))
			.csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
				.ignoringRequestMatchers(request -> BearerFilter.sessionInBody(request)
						|| request.getHeader(HttpHeaders.AUTHORIZATION) != null && AccessInterceptor.isApi(request)))
			.addFilterBefore(new BearerFilter(bearers, refusals), CsrfFilter.class)
			.addFilterBefore(new LargeUploadFilter(refusals), CsrfFilter.class)
			.exceptionHandling(exceptions -> exceptions.accessDeniedHandler(refused))
			.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
			.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()))
			.anonymous(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.build();
	}

}
