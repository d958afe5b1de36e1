package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.motcua.identity.SystemPrograms;

/** The program is killed between two tries of a webhook: the message is still told, as the same one. */
class WebhookKillTests {

	private static final ConditionFactory WITHIN_A_MINUTE = Awaitility.await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20));

	private static final String PAGE = "/quan-tri/lien-thong/" + SystemPrograms.account("bacninh-demo") + "/hop-den";

	@Test
	void aMessageSurvivesTheKill(@TempDir Path folder) throws Exception {
		List<String> ids = new CopyOnWriteArrayList<>();
		AtomicInteger status = new AtomicInteger(500);
		HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		receiver.createContext("/", exchange -> {
			ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
			exchange.sendResponseHeaders(status.get(), -1);
			exchange.close();
		});
		receiver.start();
		Path data = folder.resolve("var");
		Program program = Program.start(data);
		try {
			Visit agency = Visit.signedIn(program.port(), "quantri.bacninh");
			assertThat(agency.post(PAGE, PAGE + "/dia-chi", Map.of("diaChi", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/x", "viec", "luu")).body()).contains("whsec_");
			assertThat(agency.post(PAGE, PAGE + "/thu", Map.of()).statusCode()).isIn(302, 303);
			WITHIN_A_MINUTE.until(() -> !ids.isEmpty());
			String first = ids.getFirst();
			program.kill(false);
			status.set(204);
			program = Program.start(data);
			WITHIN_A_MINUTE.until(() -> ids.stream().filter(first::equals).count() > 1);
			assertThat(ids).filteredOn(first::equals).hasSizeGreaterThan(1);
		}
		finally {
			program.close();
			receiver.stop(0);
		}
	}

}
