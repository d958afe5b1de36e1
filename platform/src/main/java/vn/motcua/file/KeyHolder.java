package vn.motcua.file;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * Whom a signing key belongs to: a person at an agency, or the agency itself. Found by numbers that never change and belong
 * to one alone; the certificate says the names.
 *
 * @param alias entry of the key store
 * @param name the person's name; the agency's for its own key
 */
record KeyHolder(String alias, String name, String agencyName) {

	static KeyHolder person(Signatures.Signer signer) {
		return new KeyHolder("account-" + signer.account() + "-agency-" + signer.agency(), signer.name(), signer.agencyName());
	}

	static KeyHolder agency(Signatures.Signer signer) {
		return new KeyHolder("agency-" + signer.agency(), signer.agencyName(), signer.agencyName());
	}

	/** Names of the holder of a certificate; empty where it has none. */
	static KeyHolder of(X509Certificate certificate) {
		try {
			X500Name subject = new JcaX509CertificateHolder(certificate).getSubject();
			String name = first(subject, BCStyle.CN);
			String organisation = first(subject, BCStyle.O);
			return new KeyHolder(first(subject, BCStyle.SERIALNUMBER), name, organisation.isEmpty() ? name : organisation);
		}
		catch (CertificateEncodingException unreadable) {
			throw new IllegalStateException("a certificate cannot be read", unreadable);
		}
	}

	/** Name for a certificate of demo mode, which says DEMO. */
	X500Name demoSubject() {
		return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).addRDN(BCStyle.O, agencyName).addRDN(BCStyle.OU, "DEMO")
			.addRDN(BCStyle.SERIALNUMBER, alias).addRDN(BCStyle.C, "VN").build();
	}

	private static String first(X500Name subject, ASN1ObjectIdentifier type) {
		RDN[] found = subject.getRDNs(type);
		return found.length == 0 ? "" : IETFUtils.valueToString(found[0].getFirst().getValue());
	}

}
