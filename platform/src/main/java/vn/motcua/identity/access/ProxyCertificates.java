package vn.motcua.identity.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Set;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Takes the certificate that a TLS proxy checked out of its {@code Client-Cert} header (RFC 9440), from the proxies that the
 * installation names and from nobody else: what another sends there is as if it were not sent.
 */
final class ProxyCertificates extends ValveBase {

	private static final String HEADER = "Client-Cert";

	private static final int LONGEST = 12_000;

	private final Set<String> proxies;

	/** @param proxies addresses of the machines that end TLS for us */
	ProxyCertificates(Set<String> proxies) {
		super(true);
		this.proxies = Set.copyOf(proxies);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		String header = only(request.getHeaders(HEADER));
		if (header != null && proxies.contains(request.getRemoteAddr())) {
			X509Certificate certificate = read(header);
			if (certificate != null) {
				request.setAttribute(ClientCertificate.ATTRIBUTE, new X509Certificate[] { certificate });
			}
		}
		getNext().invoke(request, response);
	}

	/** A proxy that only adds its own leaves beside it what the caller wrote: two say nothing. */
	static @Nullable String only(Enumeration<String> headers) {
		String first = headers.hasMoreElements() ? headers.nextElement() : null;
		return headers.hasMoreElements() ? null : first;
	}

	/** A byte sequence of RFC 8941: base64 between colons. */
	static @Nullable X509Certificate read(String header) {
		String text = header.strip();
		if (text.length() < 3 || text.length() > LONGEST || !text.startsWith(":") || !text.endsWith(":")) {
			return null;
		}
		try {
			byte[] bytes = Base64.getDecoder().decode(text.substring(1, text.length() - 1));
			return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
		}
		catch (IllegalArgumentException | CertificateException notOne) {
			return null;
		}
	}

}
