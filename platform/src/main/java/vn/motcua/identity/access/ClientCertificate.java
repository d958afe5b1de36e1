package vn.motcua.identity.access;

import java.security.cert.X509Certificate;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import vn.motcua.identity.SystemPrograms;

/** The certificate that a caller proved to hold, as RFC 8705 names it: base64url of its SHA-256. */
public final class ClientCertificate {

	/** Where the servlet container puts what came with the connection, and {@link ProxyCertificates} what a trusted proxy said. */
	static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

	/** The claim of a token that binds it, within {@code cnf}. */
	public static final String CLAIM = "x5t#S256";

	private ClientCertificate() {
	}

	/** That of the request on this thread. */
	public static @Nullable String ofThisRequest() {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked ? thumbprint(asked.getRequest()) : null;
	}

	static @Nullable String thumbprint(ServletRequest request) {
		return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0 ? SystemPrograms.thumbprint(chain[0]) : null;
	}

}
