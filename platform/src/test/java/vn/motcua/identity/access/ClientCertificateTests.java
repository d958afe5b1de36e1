package vn.motcua.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Base64;
import java.util.Date;
import java.util.Map;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.identity.SystemPrograms;

/** A system that is bound to a certificate calls over it or not at all. RFC 8705, RFC 9440. */
@MotCuaTest
class ClientCertificateTests {

	@LocalServerPort
	private int port;

	@Test
	void aBoundSystemGetsAndUsesTokensOnlyWithItsCertificate() throws Exception {
		String page = "/quan-tri/lien-thong/" + SystemPrograms.account("hanoi-demo");
		Visit agency = Visit.signedIn(port, "quantri.hanoi");
		X509Certificate certificate = certificate();
		String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----";
		String free = AgencySystem.token(port, "hanoi-demo", "motcua-demo").orElseThrow();
		assertThat(agency.post(page, page + "/chung-thu", Map.of("chungThu", pem)).statusCode()).isBetween(302, 303);
		try {
			assertThat(new AgencySystem(port, free).gets("/api/sync/v1/calls").statusCode()).as("tokens of before end").isEqualTo(401);
			assertThat(AgencySystem.token(port, "hanoi-demo", "motcua-demo")).as("the secret alone").isEmpty();
			assertThat(AgencySystem.token(port, "hanoi-demo", "motcua-demo", "Client-Cert", header(certificate()))).as("another's certificate").isEmpty();
			String bound = AgencySystem.token(port, "hanoi-demo", "motcua-demo", "Client-Cert", header(certificate)).orElseThrow();
			AgencySystem system = new AgencySystem(port, bound);
			assertThat(system.gets("/api/sync/v1/calls", "Client-Cert", header(certificate)).statusCode()).isEqualTo(200);
			assertThat(system.gets("/api/sync/v1/calls").statusCode()).as("a token that was carried off").isEqualTo(401);
			assertThat(system.gets("/api/sync/v1/calls", "Client-Cert", header(certificate())).statusCode()).isEqualTo(401);
		}
		finally {
			String thumbprint = URLEncoder.encode(SystemPrograms.thumbprint(certificate), StandardCharsets.UTF_8);
			agency.post(page, page + "/chung-thu/" + thumbprint + "/go", Map.of());
		}
		assertThat(AgencySystem.token(port, "hanoi-demo", "motcua-demo")).isPresent();
	}

	@Test
	void whatIsNoCertificateIsAsIfItWereNotSent() throws Exception {
		assertThat(ProxyCertificates.read(header(certificate()))).isNotNull();
		assertThat(ProxyCertificates.only(Collections.enumeration(List.of(":a:", ":b:")))).as("one of them the caller wrote").isNull();
		assertThat(ProxyCertificates.read("")).isNull();
		assertThat(ProxyCertificates.read(":abc:")).isNull();
		assertThat(ProxyCertificates.read(":!!:")).isNull();
		assertThat(ProxyCertificates.read(":" + "A".repeat(20_000) + ":")).isNull();
	}

	private static String header(X509Certificate certificate) throws Exception {
		return ":" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ":";
	}

	private static X509Certificate certificate() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(256);
		KeyPair pair = generator.generateKeyPair();
		X500Name name = new X500Name("CN=mot-cua.hanoi.example");
		return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(System.nanoTime()), Date.from(Instant.now()),
				Date.from(Instant.now().plusSeconds(3_600)), name, pair.getPublic()).build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
	}

}
