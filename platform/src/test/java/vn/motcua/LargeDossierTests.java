package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.motcua.site.Page;

/**
 * A service that an officer writes and a second person approves, and a dossier of 50 files of 25 MB each, sent as a browser sends
 * them: in one form. The program has the heap that {@code ./motcua start} gives it, where nobody publishes alone.
 */
class LargeDossierTests {

	private static final String SERVICE = "3.000778";

	private static final int FILES = 50;

	private static final long MEGABYTE = 1024 * 1024;

	/** Heap of 384 MB and what a JVM needs beside it; the files together are 1,250 MB. */
	private static final long MOST_MEMORY_MB = 850;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void fiftyFilesOf25MegabytesComeInThroughASmallHeap(@TempDir Path folder) throws Exception {
		Path service = written(folder.resolve("service"));
		Path data = folder.resolve("var");
		try (Program program = Program.startAsShipped(data, Map.of("MOTCUA_CATALOGUE_PUBLISH_ALONE", "false"))) {
			publish(program.port(), service);
			Visit lan = Visit.signedIn(program.port(), "lan");
			String draft = begin(lan, service);
			send(program.port(), lan, draft);
			String code = JSON.readTree(lan.api("POST", "/api/dossier/v1/drafts/" + draft + "/submission", "").body()).path("code").asString();
			JsonNode dossier = JSON.readTree(lan.get("/api/dossier/v1/dossiers/" + code).body());
			assertThat(dossier.path("files")).hasSize(FILES).allSatisfy(file -> assertThat(file.path("sizeBytes").asLong()).isEqualTo(25 * MEGABYTE));
			comesBackAsItWas(program.port(), lan, code, dossier.path("files").valueStream().filter(file -> file.path("name").asString("").equals("trang-50.pdf")).findFirst().orElseThrow());
			assertThat(program.mostMemoryMb()).isLessThan(MOST_MEMORY_MB);
		}
		try (Stream<Path> stored = Files.walk(data.resolve("files"))) {
			assertThat(stored.filter(Files::isRegularFile).filter(file -> file.toFile().length() == 25 * MEGABYTE)).hasSize(FILES);
		}
	}

	private static Path written(Path service) throws Exception {
		Path answers = Files.writeString(service.resolveSibling("answers.yaml"), """
				name: Xác nhận nơi cư trú để làm thẻ thư viện | Confirmation of residence for a library card
				code: "%s"
				cases: Thường trú | Permanent residence = 1 working-day; Tạm trú | Temporary residence = 3 working-day
				""".formatted(SERVICE));
		assertThat(Program.run("service", "new", service.toString(), "--answers", answers.toString()).status()).isZero();
		Path yaml = service.resolve("service.yaml");
		Files.writeString(yaml, Files.readString(yaml).replaceFirst("    originals: 0\n    copies: 1\n", "$0    max_mb: 25\n    max_files: " + FILES + "\n"));
		return service;
	}

	private static void publish(int port, Path service) throws Exception {
		String server = "http://localhost:" + port;
		Visit officer = Visit.signedIn(port, "kstthc.vpcp");
		String token = found("id=\"token\" value=\"([^\"]+)\"", officer.post("/tai-khoan/ma-truy-cap", Map.of("ten", "gói", "thoiHan", "1h")).body());
		Program.Finished alone = Program.run("service", "publish", service.toString(), "--server", server, "--token", token);
		assertThat(alone.status()).isEqualTo(1);
		assertThat(alone.output()).contains("answered 422", "/decisionNumber", "--decision NUMBER");
		String today = LocalDate.now(Page.ZONE).toString();
		Program.Finished proposed = Program.run("service", "publish", service.toString(), "--server", server, "--token", token, "--decision", "778/QĐ-UBND", "--decided", today,
				"--effective", today);
		assertThat(proposed.output()).contains("Proposed, somebody else decides");
		assertThat(proposed.status()).isZero();
		assertThat(new Visit(port).get("/dich-vu/" + SERVICE).statusCode()).as("nobody has approved").isEqualTo(404);
		String proposal = found("(/quan-tri/dich-vu/de-nghi/[0-9a-f-]+)", proposed.output());
		assertThat(officer.post(proposal, proposal + "/duyet", Map.of()).statusCode()).as("one's own proposal").isEqualTo(403);
		assertThat(Visit.signedIn(port, "lanhdao.kstthc").post(proposal, proposal + "/duyet", Map.of()).statusCode()).isEqualTo(302);
		assertThat(new Visit(port).get("/dich-vu/" + SERVICE).statusCode()).isEqualTo(200);
		isFoundSoon(new Visit(port));
	}

	private static void isFoundSoon(Visit anybody) {
		long until = System.nanoTime() + 30_000_000_000L;
		String found = "";
		while (!found.contains(SERVICE) && System.nanoTime() < until) {
			found = anybody.get("/api/catalogue/v1/services?q=l%C3%A0m+th%E1%BA%BB+th%C6%B0+vi%E1%BB%87n", "application/json").body();
			LockSupport.parkNanos(20_000_000);
		}
		assertThat(found).contains(SERVICE);
	}

	private static String begin(Visit lan, Path service) throws Exception {
		List<Map<String, Object>> examples = new Yaml().load(Files.readString(service.resolve("examples.yaml")));
		HttpResponse<String> draft = lan.api("POST", "/api/dossier/v1/drafts", JSON.writeValueAsString(Map.of("service", SERVICE, "answers", examples.getFirst().get("answers"))));
		assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);
		return JSON.readTree(draft.body()).path("id").asString();
	}

	/** 49 files and one too large in one form, then the fiftieth and one too many: what is wrong is named, the others are kept. */
	private static void send(int port, Visit lan, String draft) throws Exception {
		String page = "http://localhost:" + port + "/ho-so/nhap/" + draft + "/giay-to/supporting-papers";
		List<Part> parts = new ArrayList<>(IntStream.rangeClosed(1, FILES - 1).mapToObj(number -> new Part("trang-" + number + ".pdf", 25 * MEGABYTE, number)).toList());
		parts.add(new Part("qua-lon.pdf", 26 * MEGABYTE, 99));
		HttpResponse<String> first = post(page, lan, parts);
		assertThat(first.statusCode()).isEqualTo(422);
		assertThat(first.body()).contains("trang-49.pdf", "qua-lon.pdf", "25 MB");
		HttpResponse<String> second = post(page, lan, List.of(new Part("trang-50.pdf", 25 * MEGABYTE, FILES), new Part("thu-51.pdf", MEGABYTE, 51)));
		assertThat(second.statusCode()).isEqualTo(422);
		assertThat(second.body()).contains("trang-50.pdf", "thu-51.pdf", "50 tệp");
	}

	private record Part(String name, long bytes, int number) {
	}

	private static HttpResponse<String> post(String page, Visit lan, List<Part> parts) throws Exception {
		List<BodyPublisher> body = new ArrayList<>(List.of(text("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + lan.formToken() + "\r\n")));
		for (Part part : parts) {
			body.add(text("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + part.name() + "\"\r\nContent-Type: application/pdf\r\n\r\n"));
			body.add(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> LargePdf.of(part.bytes(), part.number())), part.bytes()));
			body.add(text("\r\n"));
		}
		body.add(text("--b--\r\n"));
		HttpRequest request = HttpRequest.newBuilder(URI.create(page)).timeout(Duration.ofMinutes(3)).header("Cookie", lan.cookieHeader())
			.header("Content-Type", "multipart/form-data; boundary=b").POST(BodyPublishers.concat(body.toArray(BodyPublisher[]::new))).build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, BodyHandlers.ofString());
		}
	}

	private static BodyPublisher text(String text) {
		return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
	}

	private static void comesBackAsItWas(int port, Visit lan, String code, JsonNode file) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ho-so/" + code + "/tep/" + file.path("fileId").asString())).header("Cookie", lan.cookieHeader()).build();
		try (HttpClient client = HttpClient.newHttpClient(); InputStream back = client.send(request, BodyHandlers.ofInputStream()).body()) {
			assertThat(digest(back)).isEqualTo(digest(LargePdf.of(25 * MEGABYTE, FILES)));
		}
	}

	private static String digest(InputStream content) throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		byte[] buffer = new byte[64 * 1024];
		for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
			digest.update(buffer, 0, read);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static String found(String pattern, String text) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
		return matcher.group(1);
	}

}
