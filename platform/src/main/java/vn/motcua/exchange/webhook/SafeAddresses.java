package vn.motcua.exchange.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the platform may be told to send something: https to an address of the open internet, or of a network that the
 * operator named. Without that, whoever sets an address could make the server speak to its own network. In the demonstration
 * also plain http to the machine itself.
 */
@Component
class SafeAddresses {

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

	private static final int LONGEST = 300;

	private static final int MOST_PORT = 65_535;

	/** Shared, protocol and test networks that Java does not know by name. */
	private static final List<Network> NEVER = Network.all("0.0.0.0/8,100.64.0.0/10,192.0.0.0/24,192.0.2.0/24,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,240.0.0.0/4,"
			+ "fc00::/7,64:ff9b::/96,64:ff9b:1::/48,2001::/32,2001:db8::/32,2002::/16");

	private final boolean loopback;

	private final List<Network> own;

	SafeAddresses(@Value("${motcua.exchange.webhook.loopback:${motcua.demo}}") boolean loopback, @Value("${motcua.exchange.webhook.networks:}") String networks) {
		this.loopback = loopback;
		this.own = Network.all(networks);
	}

	/** A network in CIDR form. */
	record Network(byte[] start, int bits) {

		static List<Network> all(String written) {
			return Arrays.stream(written.split(",")).map(String::strip).filter(one -> !one.isEmpty()).map(Network::of).toList();
		}

		private static Network of(String written) {
			String[] parts = written.split("/", 2);
			byte[] start = InetAddress.ofLiteral(parts[0]).getAddress();
			return new Network(start, parts.length < 2 ? start.length * 8 : Integer.parseInt(parts[1]));
		}

		boolean has(InetAddress address) {
			byte[] bytes = address.getAddress();
			if (bytes.length != start.length) {
				return false;
			}
			for (int bit = 0; bit < bits; bit++) {
				int mask = 0x80 >> bit % 8;
				if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
					return false;
				}
			}
			return true;
		}

	}

	/** The message key of what is wrong with an address as it is written, {@code null} when nothing is. */
	@Nullable String problem(String address) {
		try {
			URI uri = new URI(address);
			String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
			if (address.length() > LONGEST || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null
					|| uri.getPort() == 0 || uri.getPort() > MOST_PORT) {
				return "exchange.webhook.address";
			}
			return scheme.equals("https") || scheme.equals("http") && toItself(uri) ? null : "exchange.webhook.https";
		}
		catch (URISyntaxException noAddress) {
			return "exchange.webhook.address";
		}
	}

	/** Asked before every try: a name may lead somewhere else than when it was set. */
	boolean reachable(URI uri) {
		if ("http".equalsIgnoreCase(uri.getScheme())) {
			return toItself(uri);
		}
		try {
			return Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(this::allowed);
		}
		catch (UnknownHostException unknown) {
			return false;
		}
	}

	private boolean toItself(URI uri) {
		return loopback && LOOPBACK.contains(uri.getHost());
	}

	boolean allowed(InetAddress address) {
		if (own.stream().anyMatch(network -> network.has(address))) {
			return true;
		}
		boolean inner = address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress()
				|| address.isMulticastAddress() || address instanceof Inet6Address six && six.isIPv4CompatibleAddress();
		return !inner && NEVER.stream().noneMatch(network -> network.has(address));
	}

}
