package vn.motcua.exchange.centre;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Where the centre is, and what this installation signs in with there: {@code motcua.centre.*}. */
@Component
@ConditionalOnProperty("motcua.centre.url")
class CentreSettings {

	private static final Duration LEAST_BETWEEN = Duration.ofSeconds(1);

	private final URI url;

	private final String clientId;

	private final String clientSecret;

	private final Set<String> agencies;

	private final Duration compareEvery;

	CentreSettings(@Value("${motcua.centre.url}") String url, @Value("${motcua.centre.client-id:}") String clientId, @Value("${motcua.centre.client-secret:}") String clientSecret,
			@Value("${motcua.centre.agencies:}") Set<String> agencies, @Value("${motcua.centre.compare-every:PT24H}") Duration compareEvery) {
		this.url = address(url.strip());
		this.clientId = clientId.strip();
		this.clientSecret = clientSecret;
		this.agencies = Set.copyOf(agencies);
		this.compareEvery = compareEvery;
		required(!this.clientId.isEmpty(), "MOTCUA_CENTRE_CLIENT_ID is missing: the id of this installation's system at the centre.");
		required(!clientSecret.isEmpty(), "MOTCUA_CENTRE_CLIENT_SECRET is missing: the key of this installation's system at the centre.");
		required(!this.agencies.isEmpty(), "MOTCUA_CENTRE_AGENCIES is missing: exchange codes of the agencies whose dossiers go to the centre, for example H26.");
		required(compareEvery.compareTo(LEAST_BETWEEN) >= 0, "MOTCUA_CENTRE_COMPARE_EVERY must be PT1S or more.");
	}

	URI url() {
		return url;
	}

	String clientId() {
		return clientId;
	}

	String clientSecret() {
		return clientSecret;
	}

	/** Exchange codes; those under them go too. */
	Set<String> agencies() {
		return agencies;
	}

	Duration compareEvery() {
		return compareEvery;
	}

	/** The key and people's data go over it. */
	private static URI address(String written) {
		try {
			URI url = URI.create(written);
			boolean secure = "https".equals(url.getScheme()) && url.getHost() != null;
			boolean here = "http".equals(url.getScheme()) && url.getHost() != null && InetAddress.getByName(url.getHost()).isLoopbackAddress();
			required(secure || here, "MOTCUA_CENTRE_URL must begin with https://, or http:// to this machine: " + written);
			return url;
		}
		catch (IllegalArgumentException | UnknownHostException noAddress) {
			throw new IllegalStateException("MOTCUA_CENTRE_URL is no address: " + written, noAddress);
		}
	}

	private static void required(boolean given, String otherwise) {
		if (!given) {
			throw new IllegalStateException(otherwise);
		}
	}

}
