package vn.motcua.identity.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;

import vn.motcua.identity.access.NamedPrincipals;
import vn.motcua.identity.domain.SigningKey;

/**
 * The authorization server's own addresses: {@code /oauth2/authorize}, {@code /oauth2/token}, {@code /oauth2/jwks},
 * {@code /oauth2/revoke}, {@code /userinfo} and the metadata under {@code /.well-known/}. Sources: RFC 6749, 7636, 8414 and
 * OpenID Connect Core 1.0.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

	private static final String CONSENT_PAGE = "/oauth2/consent";

	@Bean
	@Order(1)
	SecurityFilterChain authorizationServer(HttpSecurity http, NamedPrincipals principals) {
		return http.oauth2AuthorizationServer(server -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.oidc(Customizer.withDefaults()).authorizationEndpoint(endpoint -> endpoint.consentPage(CONSENT_PAGE));
		})
			.securityContext(context -> context.securityContextRepository((SecurityContextRepository) principals))
			.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
			.oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
			.exceptionHandling(exceptions -> exceptions.authenticationEntryPoint((request, response, stranger) -> response.sendRedirect("/dang-nhap?tiep="
					+ URLEncoder.encode(request.getRequestURI() + "?" + request.getQueryString(), StandardCharsets.UTF_8))))
			.sessionManagement(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	AuthorizationServerSettings authorizationServerSettings() {
		return AuthorizationServerSettings.builder().build();
	}

	@Bean
	OAuth2AuthorizationConsentService consents(DataSource dataSource, Clients clients) {
		return new JdbcOAuth2AuthorizationConsentService(new OwnSchema(dataSource), clients);
	}

	@Bean
	JWKSource<SecurityContext> tokenKeys(SigningKey signing) {
		return new ImmutableJWKSet<>(new JWKSet(signing.key()));
	}

	@Bean
	JwtDecoder tokenReader(SigningKey signing) throws JOSEException {
		return NimbusJwtDecoder.withPublicKey(signing.key().toRSAPublicKey()).build();
	}

}
