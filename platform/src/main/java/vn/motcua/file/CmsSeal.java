package vn.motcua.file;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.springframework.stereotype.Service;

/** Seals with the platform's entry of the signing key store. */
@Service
class CmsSeal implements Seal {

	private static final KeyHolder PLATFORM = new KeyHolder("platform", "Một Cửa", "Một Cửa");

	private static final int LINE = 64;

	private final SigningKeys keys;

	private final Clock clock;

	CmsSeal(SigningKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	@Override
	public String seal(byte[] statement) {
		KeyStore.PrivateKeyEntry entry = keys.entry(PLATFORM);
		try {
			String algorithm = entry.getPrivateKey().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
			ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(entry.getPrivateKey());
			CMSSignedDataGenerator sealing = new CMSSignedDataGenerator();
			sealing.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
				.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(sealedNow()))
				.build(signer, (X509Certificate) entry.getCertificate()));
			sealing.addCertificates(new JcaCertStore(List.of(entry.getCertificateChain())));
			return pem("CMS", sealing.generate(new CMSProcessableByteArray(statement), true).getEncoded());
		}
		catch (OperatorCreationException | CMSException | GeneralSecurityException | IOException failed) {
			throw new IllegalStateException("the platform's seal cannot be used", failed);
		}
	}

	@Override
	public String certificates() {
		StringBuilder chain = new StringBuilder();
		try {
			for (Certificate certificate : keys.entry(PLATFORM).getCertificateChain()) {
				chain.append(pem("CERTIFICATE", certificate.getEncoded()));
			}
		}
		catch (GeneralSecurityException unreadable) {
			throw new IllegalStateException("the platform's certificate cannot be read", unreadable);
		}
		return chain.toString();
	}

	private AttributeTable sealedNow() {
		return new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(clock.instant())))));
	}

	private static String pem(String kind, byte[] bytes) {
		String text = Base64.getMimeEncoder(LINE, new byte[] { '\n' }).encodeToString(bytes);
		return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
	}

}
