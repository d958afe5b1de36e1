package vn.motcua.identity.domain;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.springframework.stereotype.Component;

/** The key that signs tokens (RS256): one for all nodes, sealed in the database, made at the first start. */
@Component
public class SigningKey {

	private static final int BITS = 2048;

	private final RSAKey key;

	SigningKey(Secrets secrets) {
		try {
			this.key = RSAKey.parse(new String(secrets.named("token-key", SigningKey::make), StandardCharsets.UTF_8));
		}
		catch (ParseException unreadable) {
			throw new IllegalStateException("the token key cannot be read", unreadable);
		}
	}

	public RSAKey key() {
		return key;
	}

	private static byte[] make() {
		try {
			return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).keyIDFromThumbprint(true).generate().toJSONString()
				.getBytes(StandardCharsets.UTF_8);
		}
		catch (JOSEException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
