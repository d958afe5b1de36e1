package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

import vn.motcua.identity.SystemPrograms;

/** An agency's system that fails on the first message it is told, and takes it when it is told again. */
final class FailingReceiver implements AutoCloseable {

	private static final ConditionFactory WITHIN_A_MINUTE = Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20));

	private static final String PAGE = "/quan-tri/lien-thong/" + SystemPrograms.account("bacninh-demo") + "/hop-den";

	private final List<String> told = new CopyOnWriteArrayList<>();

	private final HttpServer receiver;

	private volatile int status = 500;

	private FailingReceiver(HttpServer receiver) {
		this.receiver = receiver;
	}

	/** Once the program has told it something, and before the program can know that it will be told again. */
	static FailingReceiver told(int port) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		FailingReceiver receiver = new FailingReceiver(server);
		server.createContext("/", exchange -> {
			receiver.told.add(exchange.getRequestHeaders().getFirst("webhook-id"));
			exchange.sendResponseHeaders(receiver.status, -1);
			exchange.close();
		});
		server.start();
		Visit agency = Visit.signedIn(port, "quantri.bacninh");
		assertThat(agency.post(PAGE, PAGE + "/dia-chi", Map.of("diaChi", "http://127.0.0.1:" + server.getAddress().getPort() + "/x", "viec", "luu")).body()).contains("whsec_");
		assertThat(agency.post(PAGE, PAGE + "/thu", Map.of()).statusCode()).isIn(302, 303);
		WITHIN_A_MINUTE.until(() -> !receiver.told.isEmpty());
		return receiver;
	}

	/** From now on it takes what it is told. @return how often it was told the message so far */
	int mended() {
		status = 204;
		return told.size();
	}

	/** Until it was told the same message again. @param before how often it was told before */
	void awaitAgain(int before) {
		String first = told.getFirst();
		WITHIN_A_MINUTE.until(() -> told.size() > before && told.stream().skip(before).anyMatch(first::equals));
	}

	@Override
	public void close() {
		receiver.stop(0);
	}

}
