package vn.motcua.file;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate authority of demo mode: what it issues proves how signing works and nothing else, and says so in every name. */
final class DemoAuthority {

	private static final Duration VALID = Duration.ofDays(3650);

	/** A demonstration tells what was signed in months before anybody signed. */
	private static final Duration VALID_BEFORE = Duration.ofDays(731);

	private DemoAuthority() {
	}

	static void create(KeyStore keys, char[] password, Clock clock) throws GeneralSecurityException, IOException {
		KeyPair pair = pair();
		X500Name name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, "Một Cửa demo authority").addRDN(BCStyle.OU, "DEMO")
			.addRDN(BCStyle.C, "VN").build();
		X509Certificate certificate = certificate(name, name, pair, pair.getPrivate(), true, clock.instant());
		keys.setKeyEntry(SigningKeys.AUTHORITY, pair.getPrivate(), password, new Certificate[] { certificate });
	}

	static void issue(KeyStore keys, char[] password, KeyHolder holder, PrivateKey authorityKey, X509Certificate authority, Clock clock)
			throws GeneralSecurityException, IOException {
		KeyPair pair = pair();
		X500Name issuer = X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
		X509Certificate certificate = certificate(issuer, holder.demoSubject(), pair, authorityKey, false, clock.instant());
		keys.setKeyEntry(holder.alias(), pair.getPrivate(), password, new Certificate[] { certificate, authority });
	}

	private static X509Certificate certificate(X500Name issuer, X500Name subject, KeyPair pair, PrivateKey issuerKey, boolean authority, Instant now)
			throws GeneralSecurityException, IOException {
		try {
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(120, new SecureRandom()),
					Date.from(now.minus(VALID_BEFORE)), Date.from(now.plus(VALID)), subject, pair.getPublic());
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
			builder.addExtension(Extension.keyUsage, true,
					new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
			return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
		}
		catch (OperatorCreationException failed) {
			throw new GeneralSecurityException(failed);
		}
	}

	private static KeyPair pair() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		return generator.generateKeyPair();
	}

}
