package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.load.Fuzz;
import vn.motcua.load.Wire;
import vn.motcua.site.Page;

/** Whatever comes to the doors of agencies' systems is answered, with a code and a field; {@code ./motcua bench fuzz} goes on for as long as wanted. */
@MotCuaTest
class FuzzTests {

	private static final LocalDate DAY = LocalDate.now(Page.ZONE).minusDays(377);

	private static final long GIGABYTE = 1L << 30;

	private static final Pattern SESSION = Pattern.compile("\"session\":\"([^\"]+)\"");

	@LocalServerPort
	private int port;

	@Test
	void everyMutatedInputIsAnsweredWithACodeAndAField() {
		HttpResponse<String> signedIn = new Visit(port).json("POST", "/api/lienthong/mapi", "{\"username\":\"hanoi-demo\",\"password\":\"motcua-demo\"}");
		Matcher session = SESSION.matcher(signedIn.body());
		assertThat(session.find()).isTrue();
		Fuzz fuzz = new Fuzz(URI.create("http://127.0.0.1:" + port), AgencySystem.hanoi(port).token(), session.group(1), DAY);
		fuzz.run(1, 400);
		assertThat(fuzz.report().failures()).isEmpty();
		assertThat(fuzz.report().statuses()).containsKeys("events 200", "events 400", "mapi 200", "records 200");
	}

	@Test
	void aLineOfAGigabyteIsRefusedOnceItIsTooLarge() throws Exception {
		Runtime memory = Runtime.getRuntime();
		System.gc();
		long before = memory.totalMemory() - memory.freeMemory();
		Sent sent = gigabyte("/api/sync/v1/events", "Content-Type: application/x-ndjson\r\n");
		assertThat(sent.answer()).startsWith("HTTP/1.1 413").contains("exchange.batch-too-large");
		assertThat(sent.bytes()).as("bytes that were taken off the wire").isLessThan(GIGABYTE / 4);
		Sent mapi = gigabyte("/api/lienthong/mapi", "Content-Type: application/json\r\n");
		assertThat(mapi.answer()).startsWith("HTTP/1.1 413").contains("error_code");
		System.gc();
		assertThat(memory.totalMemory() - memory.freeMemory() - before).as("bytes more in the heap").isLessThan(64L << 20);
	}

	/** Seed 1795648254492000 and later found it. */
	@Test
	void aBodyOfEveryTypeIsOfNone() throws Exception {
		String headers = "Authorization: Bearer " + AgencySystem.hanoi(port).token() + "\r\nContent-Type: */*\r\n";
		Wire.Answer answer = Wire.send(URI.create("http://127.0.0.1:" + port), "POST", "/api/sync/v1/digest", headers, "{}".getBytes(StandardCharsets.UTF_8), Wire.Way.plain());
		assertThat(answer.status()).isEqualTo(415);
	}

	private record Sent(long bytes, String answer) {
	}

	/** Reads while it writes, because the answer comes long before the end. */
	private Sent gigabyte(String path, String headers) throws Exception {
		byte[] piece = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
		try (Socket socket = new Socket("127.0.0.1", port); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			socket.setSoTimeout(60_000);
			OutputStream out = socket.getOutputStream();
			out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + AgencySystem.hanoi(port).token() + "\r\n" + headers + "Content-Length: "
					+ GIGABYTE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			Future<String> answer = threads.submit(() -> read(socket.getInputStream()));
			long sent = 0;
			try {
				while (sent < GIGABYTE && !answer.isDone()) {
					out.write(piece);
					sent += piece.length;
				}
			}
			catch (IOException closedByTheServer) {
				// it has heard enough
			}
			return new Sent(sent, answer.get());
		}
	}

	private static String read(InputStream in) throws IOException {
		StringBuilder text = new StringBuilder();
		byte[] buffer = new byte[4096];
		try {
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
			}
		}
		catch (IOException reset) {
			// what came before it counts
		}
		return text.toString();
	}

}
