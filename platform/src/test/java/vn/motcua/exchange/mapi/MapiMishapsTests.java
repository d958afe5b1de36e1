package vn.motcua.exchange.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;

/** Whatever arrives at the interface of today's one-stop systems is refused in words, at constant memory. */
@MotCuaTest
class MapiMishapsTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final String SIGN_IN = "{\"username\":\"hanoi-demo\",\"password\":\"motcua-demo\"}";

	@LocalServerPort
	private int port;

	@Autowired
	private JsonMapper json;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void strangersAndWrongPasswordsAreTold() throws Exception {
		assertThat(code("{\"username\":\"hanoi-demo\",\"password\":\"sai\"}")).isEqualTo("4");
		assertThat(code("{\"username\":\"motcua-demo\",\"password\":\"\"}")).isEqualTo("4");
		assertThat(code("{\"session\":\"khong-co\",\"service\":\"LayDanhSachTTHC\"}")).isEqualTo("4");
		assertThat(code("{\"service\":\"LayDanhSachTTHC\"}")).isEqualTo("4");
		assertThat(code("{\"session\":\"" + "x".repeat(3_000) + "\",\"service\":\"LayDanhSachTTHC\"}")).isEqualTo("6");
	}

	@Test
	void aSuspendedSystemIsTurnedAwayAtOnce() throws Exception {
		String session = json.readTree(send(SIGN_IN.getBytes(StandardCharsets.UTF_8), "application/json").body()).get("session").asString();
		String call = "{\"session\":\"" + session + "\",\"service\":\"LayDanhMucLinhVuc\"}";
		assertThat(code(call)).isEqualTo("0");
		jdbc.update("update exchange.participant set state = 'SUSPENDED' where client_id = 'hanoi-demo'");
		try {
			assertThat(code(call)).isEqualTo("9");
		}
		finally {
			jdbc.update("update exchange.participant set state = 'APPROVED' where client_id = 'hanoi-demo'");
		}
	}

	@Test
	void whatIsNoCallIsRefused() throws Exception {
		String session = json.readTree(send(SIGN_IN.getBytes(StandardCharsets.UTF_8), "application/json").body()).get("session").asString();
		assertThat(code("{\"session\":\"" + session + "\",\"service\":\"XoaHoSo\"}")).isEqualTo("6");
		assertThat(code("{\"session\":\"" + session + "\",\"service\":\"LayThuTuc\"}")).isEqualTo("6");
		assertThat(code("{\"session\":\"" + session + "\",\"service\":\"DongBoHoSoMC\",\"data\":[]}")).isEqualTo("6");
		assertThat(code("{\"session\":\"" + session + "\",\"service\":\"DongBoHoSoMC\",\"data\":[1,2]}")).isEqualTo("6");
		assertThat(code("")).isEqualTo("5");
		assertThat(code("[]")).isEqualTo("5");
		assertThat(code("{\"a\":".repeat(5_000))).as("deep JSON").isEqualTo("5");
		assertThat(send(("{\"session\":\"" + session + "\",\"service\":\"DongBoHoSoMC\",\"data\":[" + "{},".repeat(600) + "{}]}").getBytes(StandardCharsets.UTF_8), "application/json")
			.statusCode()).as("too many records").isEqualTo(413);
	}

	@Test
	void charsetsAreReadAsTheyAreMarkedOrRefusedInWords() throws Exception {
		assertThat(signedIn(("\uFEFF" + SIGN_IN).getBytes(StandardCharsets.UTF_8), "application/json")).isTrue();
		assertThat(signedIn(SIGN_IN.getBytes(StandardCharsets.UTF_16), "application/json")).isTrue();
		assertThat(signedIn(SIGN_IN.getBytes(Charset.forName("windows-1258")), "application/json; charset=windows-1258")).isTrue();
		assertThat(signedIn(SIGN_IN.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf8mb4")).as("a charset nobody knows is UTF-8").isTrue();
		HttpResponse<String> broken = send(new byte[] { '{', '"', (byte) 0xC3, (byte) 0x28, '"', '}' }, "application/json");
		assertThat(broken.statusCode()).isEqualTo(200);
		assertThat(broken.body()).contains("\"error_code\":\"5\"").contains("UTF-8");
	}

	/** The body goes on for ever; the server stops reading at its limit and says so. */
	@Test
	void aFieldOfAGigabyteIsRefusedAtTheLimit() throws Exception {
		long before = used();
		long sent = 0;
		try (Socket socket = new Socket("127.0.0.1", port)) {
			OutputStream out = socket.getOutputStream();
			out.write("POST /api/lienthong/mapi HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n{\"session\":\"".getBytes(StandardCharsets.US_ASCII));
			byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
			try {
				while (sent < 1L << 30) {
					out.write(block);
					sent += block.length;
				}
			}
			catch (IOException closedOnUs) {
				// what was to be shown
			}
			assertThat(sent).as("more than the server reads away").isLessThan(160L << 20);
			assertThat(used() - before).as("bytes in use").isLessThan(200L << 20);
		}
		assertThat(send(padded(5 << 20), "application/json").statusCode()).isEqualTo(413);
	}

	private static byte[] padded(int length) {
		ByteArrayOutputStream body = new ByteArrayOutputStream(length);
		body.writeBytes("{\"session\":\"".getBytes(StandardCharsets.US_ASCII));
		body.writeBytes("x".repeat(length).getBytes(StandardCharsets.US_ASCII));
		body.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
		return body.toByteArray();
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private boolean signedIn(byte[] body, String type) throws Exception {
		return json.readTree(send(body, type).body()).hasNonNull("session");
	}

	private String code(String body) throws Exception {
		HttpResponse<String> answer = send(body.getBytes(StandardCharsets.UTF_8), "application/json");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return json.readTree(answer.body()).get("error_code").asString();
	}

	private HttpResponse<String> send(byte[] body, String type) throws Exception {
		return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/lienthong/mapi")).header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
	}

}
