package vn.motcua.identity.oauth;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
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
@ConditionalOnWebApplication
class AuthorizationServer {

	private static final String CONSENT_PAGE = "/oauth2/consent";

	@Bean
	@Order(1)
	SecurityFilterChain authorizationServer(HttpSecurity http, NamedPrincipals principals, Clients clients) {
		return http.oauth2AuthorizationServer(server -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.oidc(Customizer.withDefaults()).authorizationEndpoint(endpoint -> endpoint.consentPage(CONSENT_PAGE));
			server.clientAuthentication(client -> client.errorResponseHandler(new RefusedPrograms(clients)).authenticationProviders(ways -> ways.forEach(way -> {
				if (way instanceof ClientSecretAuthenticationProvider secrets) {
					secrets.setPasswordEncoder(new EitherSecret());
				}
			})));
		})
			.securityContext(context -> context.securityContextRepository((SecurityContextRepository) principals))
			.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
			.oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
			.exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(AuthorizationServer::stranger))
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

	/** A person is sent to sign in and comes back; a program is told that it has not said who it is. */
	private static void stranger(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) throws IOException {
		if (request.getRequestURI().equals("/oauth2/authorize")) {
			response.sendRedirect("/dang-nhap?tiep=" + URLEncoder.encode("/oauth2/authorize?" + request.getQueryString(), StandardCharsets.UTF_8));
			return;
		}
		RefusedPrograms.stranger(response);
	}

}
