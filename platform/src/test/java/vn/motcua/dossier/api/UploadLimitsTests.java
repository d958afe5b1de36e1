package vn.motcua.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.BirthRegistration;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.SharedHouse;
import vn.motcua.file.Files;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.domain.AccessTokens;
import vn.motcua.kernel.Actor;

/** What may be uploaded, and that it goes to disk: 25 MB a file, as many files as the paper takes, nothing held in memory. */
@MotCuaTest
class UploadLimitsTests {

	private static final int MEGABYTE = 1024 * 1024;

	@TempDir
	private Path scratch;

	@LocalServerPort
	private int port;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AccessTokens tokens;

	@Autowired
	private Drafts drafts;

	@Autowired
	private Files files;

	private Actor minh;

	private String token;

	private Visit machine;

	private UUID draft;

	@BeforeEach
	void aHouseIsBegun() {
		minh = accounts.actor(accounts.findByLogin("minh").orElseThrow().id());
		drafts.of(minh).forEach(open -> drafts.discard(open.id(), minh));
		draft = drafts.open(minh, SharedHouse.CODE).id();
		tokens.revokeAll(minh.account());
		token = tokens.issue(minh, "test", Duration.ofHours(1));
		machine = new Visit(port).withBearer(token);
	}

	@Test
	void takes25MegabytesAndNotOneByteMore() {
		assertThat(upload(pdf(25 * MEGABYTE)).statusCode()).isEqualTo(201);
		HttpResponse<String> refused = upload(pdf(25 * MEGABYTE + 1));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("file.too-large");
	}

	@Test
	void takesAsManyFilesAsThePaperSays() {
		for (int at = 0; at < 10; at++) {
			drafts.attach(draft, minh, "drawings", files.store(new java.io.ByteArrayInputStream(pdf(500 + at)), at + ".pdf", Files.Acceptance.ANY));
		}
		HttpResponse<String> refused = upload(pdf(600));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("dossier.too-many-files");
	}

	/** 100 MB come in over HTTP from a plain socket; the threads that answer requests allocate less than a quarter of it. */
	@Test
	void uploadsGoToDiskAndNotToMemory() throws Exception {
		assertThat(send(pdf(2 * MEGABYTE), 1)).contains("201");
		byte[] content = pdf(25 * MEGABYTE);
		try (Recording recording = new Recording()) {
			recording.enable("jdk.ObjectAllocationInNewTLAB").withoutStackTrace();
			recording.enable("jdk.ObjectAllocationOutsideTLAB").withoutStackTrace();
			recording.start();
			for (int at = 0; at < 4; at++) {
				assertThat(send(content, at)).contains("201");
			}
			recording.stop();
			assertThat(allocatedByRequests(recording)).isBetween(1L, 25L * MEGABYTE);
		}
	}

	/** What the threads of requests asked the heap for, in bytes; other work of the program beside them does not count. */
	private long allocatedByRequests(Recording recording) throws Exception {
		Path events = scratch.resolve("allocations.jfr");
		recording.dump(events);
		return RecordingFile.readAllEvents(events).stream()
				.filter(event -> event.getThread() != null && event.getThread().getJavaName().startsWith("tomcat-handler-"))
				.mapToLong(event -> event.getLong(event.hasField("tlabSize") ? "tlabSize" : "allocationSize"))
				.sum();
	}

	@Test
	void strangersSendNoManyFilesAtOnce() throws Exception {
		try (Socket socket = new Socket("localhost", port)) {
			socket.getOutputStream().write(("POST /xac-thuc/abcdefghijklmnopqrstuv HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
					+ "Content-Length: " + 200L * MEGABYTE + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
		}
	}

	@Test
	void answersHoldAMegabyteOfBytes() {
		String most = "{\"answers\": {\"owner\": {\"organisation\": \"" + "ệ".repeat(340_000) + "\"}}}";
		assertThat(machine.json("PATCH", "/api/dossier/v1/drafts/" + draft, most).statusCode()).isEqualTo(200);
		String more = "{\"answers\": {\"owner\": {\"organisation\": \"" + "ệ".repeat(360_000) + "\"}}}";
		assertThat(machine.json("PATCH", "/api/dossier/v1/drafts/" + draft, more).statusCode()).isEqualTo(413);
	}

	@Test
	void aPageOfManyQuestionsAndFilesIsTakenWhole() {
		Visit page = Visit.signedIn(port, "minh");
		String at = "/ho-so/nhap/" + draft + "/trang/floors";
		java.util.Map<String, String> posted = new java.util.LinkedHashMap<>(Map.of("floors._count", "130", "action", "save"));
		for (int floor = 0; floor < 130; floor++) {
			posted.put("floors." + floor + ".uses._count", "6");
			posted.put("floors." + floor + ".name", "Tầng " + floor);
			for (int use = 0; use < 6; use++) {
				posted.put("floors." + floor + ".uses." + use + ".area_m2", "10");
			}
		}
		assertThat(posted.size()).as("more than servers take by default").isGreaterThan(1000);
		assertThat(page.post(at, posted).statusCode()).isIn(302, 303);
		assertThat(drafts.get(draft, minh).answers().at("/floors/129/uses/5/area_m2").asInt(0)).isEqualTo(10);
	}

	private HttpResponse<String> upload(byte[] content) {
		return machine.upload("/api/dossier/v1/drafts/" + draft + "/files", Map.of("component", "drawings"), "file", "ban-ve.pdf", content);
	}

	/** By hand, so that the sender allocates nothing worth counting. */
	private String send(byte[] content, int number) throws Exception {
		String start = "--b\r\nContent-Disposition: form-data; name=\"component\"\r\n\r\ndrawings\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
				+ number + ".pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
		String end = "\r\n--b--\r\n";
		try (Socket socket = new Socket("localhost", port)) {
			OutputStream out = socket.getOutputStream();
			out.write(("POST /api/dossier/v1/drafts/" + draft + "/files HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
					+ "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " + (start.length() + content.length + end.length())
					+ "\r\nConnection: close\r\n\r\n" + start).getBytes(StandardCharsets.US_ASCII));
			for (int at = 0; at < content.length; at += 8192) {
				out.write(content, at, Math.min(8192, content.length - at));
			}
			out.write(end.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			return new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
		}
	}

	private static byte[] pdf(int bytes) {
		return Arrays.copyOf(BirthRegistration.PDF, bytes);
	}

}
