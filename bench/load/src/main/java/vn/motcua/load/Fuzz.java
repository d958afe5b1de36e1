package vn.motcua.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.motcua.sdk.SyncLine;

/** Sends mutated input to every door that agencies' systems have, and looks at each answer: never a failure of ours, never silence, always a code and a field. */
public final class Fuzz {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String[] RECORDS = { "statistics", "ratings", "post", "payments", "questions" };

	private static final String[] TYPES = { "application/x-ndjson", "application/x-ndjson", "application/ndjson", "application/json", "text/plain; charset=utf-16", "application/x-ndjson; charset=koi8",
			"nothing", "*/*" };

	private static final String[] ODD_HEADERS = { "Accept: image/png\r\n", "Accept: nothing\r\n", "Accept-Language: ,;q=x\r\n", "X-Request-Id: " + "x".repeat(400) + "\r\n", "X-Purpose: \u0111\u1ec3\r\n",
			"Content-Encoding: br\r\n", "Content-Encoding: gzip, gzip\r\n", "Idempotency-Key: \r\n", "X-Request-Id: ../..\r\n" };

	private static final long HANGS_NS = 40_000_000_000L;

	private final URI origin;

	private final String token;

	private final String session;

	private final LocalDate day;

	private final Map<String, Integer> statuses = new LinkedHashMap<>();

	private final List<String> failures = new ArrayList<>();

	private double slowestSeconds;

	/** @param token of a system that takes part @param session of the interface of today's systems */
	public Fuzz(URI origin, String token, String session, LocalDate day) {
		this.origin = origin;
		this.token = token;
		this.session = session;
		this.day = day;
	}

	/** @param statuses how often each status was answered @param failures seeds with what was wrong */
	public record Report(Map<String, Integer> statuses, List<String> failures, double slowestSeconds) {
	}

	private record Door(String name, String method, String path, String type, String body, boolean packs) {
	}

	/** One case for each seed. */
	public void run(long firstSeed, int cases) {
		for (long seed = firstSeed; seed < firstSeed + cases; seed++) {
			try {
				one(seed);
			}
			catch (IOException | RuntimeException failed) {
				failures.add("seed " + seed + ": " + failed);
			}
		}
	}

	public Report report() {
		return new Report(statuses, List.copyOf(failures), slowestSeconds);
	}

	private void one(long seed) throws IOException {
		Random random = new Random(seed);
		Mutation mutation = new Mutation(random);
		Door door = door(random);
		byte[] body = door.method().equals("GET") ? new byte[0] : mutation.of(door.body());
		StringBuilder headers = new StringBuilder();
		if (random.nextInt(40) > 0) {
			headers.append("Authorization: Bearer ").append(token).append("\r\n");
		}
		boolean ours = random.nextInt(6) == 0;
		if (!door.method().equals("GET")) {
			headers.append("Content-Type: ").append(ours ? TYPES[random.nextInt(TYPES.length)] : door.type()).append("\r\n");
		}
		if (door.packs() && random.nextInt(4) == 0) {
			body = mutation.packed(body);
			headers.append("Content-Encoding: gzip\r\n");
		}
		else if (random.nextInt(8) == 0) {
			headers.append(ODD_HEADERS[random.nextInt(ODD_HEADERS.length)]);
		}
		long start = System.nanoTime();
		Wire.Answer answer = Wire.send(origin, door.method(), door.path(), headers.toString(), body, Wire.Way.plain());
		long took = System.nanoTime() - start;
		slowestSeconds = Math.max(slowestSeconds, took / 1e9);
		statuses.merge(door.name() + " " + answer.status(), 1, Integer::sum);
		String wrong = took > HANGS_NS ? "took " + took / 1_000_000 + " ms" : wrong(door, answer);
		if (wrong != null) {
			failures.add("seed " + seed + " " + door.name() + ": " + wrong + " in " + answer.status() + " " + answer.body().substring(0, Math.min(400, answer.body().length())));
		}
		if (answer.status() == 429) {
			LockSupport.parkNanos(answer.retryAfter() * 1_000_000_000L);
		}
	}

	private Door door(Random random) {
		return switch (random.nextInt(10)) {
			case 0, 1, 2 -> new Door("events", "POST", "/api/sync/v1/events", TYPES[0], lines(random), true);
			case 3 -> new Door("dry run", "POST", "/api/sync/v1/events?dryRun=" + (random.nextInt(5) == 0 ? "x" : "true"), TYPES[0], lines(random), true);
			case 4, 5 -> new Door("mapi", "POST", "/api/lienthong/mapi", "application/json", envelope(random), false);
			case 6, 7 -> {
				String kind = RECORDS[random.nextInt(RECORDS.length)];
				yield new Door("records", "POST", "/api/sync/v1/records/" + kind, TYPES[0], record(random, kind), true);
			}
			case 8 -> random.nextBoolean() ? new Door("digest", "POST", "/api/sync/v1/digest", "application/json", statement(), false)
					: new Door("digest", "GET", "/api/sync/v1/digest?agency=" + word(random) + "&day=" + word(random) + "&bucket=" + word(random) + "&after=" + word(random), "", "", false);
			default -> random.nextBoolean() ? new Door("ack", "POST", "/api/sync/v1/inbox/" + word(random) + "/ack", "application/json", "{\"code\":\"BN-2026-0815\"}", false)
					: new Door("lists", "GET", "/api/sync/v1/" + (random.nextBoolean() ? "inbox" : "rejections") + "?limit=" + word(random) + "&after=" + word(random), "", "", false);
		};
	}

	private static String word(Random random) {
		String[] words = { "H26", "1", "0", "-1", "9223372036854775808", "2026-11-25", "2026-02-30", "5a", "%00", "%F0%9F%98%80", "a".repeat(3000), "", "H26-261125-0001", "%2e%2e", "null" };
		return words[random.nextInt(words.length)];
	}

	private String lines(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(4); i >= 0; i--) {
			for (SyncLine line : History.of("H26", day, 1 + random.nextInt(9_000_000), random).lines()) {
				text.append(line.withMore("{\"components\":[{\"name\":\"Tờ khai\",\"files\":[{\"name\":\"a.pdf\",\"url\":\"https://h.example/a\"}]}],\"fees\":[{\"amountVnd\":20000}],\"x\":1.50}").toJson())
					.append('\n');
			}
		}
		return text.toString();
	}

	private String envelope(Random random) {
		String code = "000.00.00.H26-" + day.toString().substring(2).replace("-", "") + "-" + String.format("%06d", random.nextInt(900_000));
		String record = "{\"MaHoSo\":\"" + code + "\",\"MaTTHC\":\"1.001193\",\"KenhThucHien\":\"1\",\"ChuHoSo\":\"Nguyễn Văn Bảy\",\"LoaiDoiTuong\":\"1\",\"DinhDanhCHS\":[{\"LoaiDinhDanh\":\"1\","
				+ "\"SoDinhDanh\":\"001190000001\"}],\"NgayTiepNhan\":\"" + day.toString().replace("-", "") + "090000\",\"TrangThaiHoSo\":\"2\",\"LePhi\":[{\"TenLePhi\":\"Lệ phí\",\"SoTien\":\"20000\"}]}";
		String[] services = { "DongBoHoSoMC", "CapNhatTienDoHoSoMC", "DongBoTrangThaiHoSo", "TraCuuHoSo", "LayDanhSachTTHC", "LayThuTuc", "TraCuuTechID", "DongBoHoiDap" };
		return "{\"session\":\"" + session + "\",\"madonvi\":\"000.00.00.H26\",\"service\":\"" + services[random.nextInt(services.length)] + "\",\"isUpdating\":\"" + (random.nextBoolean() ? "True" : "False")
				+ "\",\"mahoso\":\"" + code + "\",\"maTTHC\":\"1.001193\",\"data\":[" + record + "]}";
	}

	private String record(Random random, String kind) {
		String common = "{\"agency\":\"H26\",\"id\":\"f" + random.nextInt(1_000_000) + "\",\"at\":\"2026-11-02T08:00:00+07:00\",";
		return common + switch (kind) {
			case "statistics" -> "\"period\":\"2026-10\",\"received\":1200,\"finished\":1100,\"onTime\":1080}";
			case "ratings" -> "\"code\":\"H26-261102-0001\",\"overall\":3,\"ease\":2,\"timeliness\":1,\"attitude\":3,\"comment\":\"Tốt\"}";
			case "post" -> "\"code\":\"H26-261102-0001\",\"direction\":\"RECEIPT\",\"state\":\"ORDERED\",\"carrier\":\"VNPost\",\"tracking\":\"E1\"}";
			case "payments" -> "\"code\":\"H26-261102-0001\",\"amountVnd\":20000,\"state\":\"PAID\",\"method\":\"CASH\",\"transaction\":\"T1\",\"name\":\"Lệ phí\"}";
			default -> "\"question\":\"Hỏi gì?\",\"answer\":\"Đáp\",\"answeredBy\":\"Sở\",\"field\":\"Hộ tịch\"}";
		};
	}

	private String statement() {
		return "{\"days\":[{\"agency\":\"H26\",\"day\":\"" + day + "\",\"dossiers\":0,\"lines\":0,\"digest\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}]}";
	}

	/** What is wrong with an answer, {@code null} when nothing is. */
	private static String wrong(Door door, Wire.Answer answer) throws IOException {
		if (answer.status() >= 500 || answer.status() < 200 || answer.status() >= 300 && answer.status() < 400) {
			return "not an answer to input";
		}
		if (door.name().equals("mapi")) {
			return read(answer.body()).path("error_code").asText("").isEmpty() && read(answer.body()).path("code").asText("").isEmpty() ? "no error_code" : null;
		}
		if (answer.status() >= 400) {
			return problem(answer);
		}
		return door.name().equals("events") || door.name().equals("dry run") || door.name().equals("records") ? outcomes(answer.body()) : null;
	}

	private static String problem(Wire.Answer answer) throws IOException {
		JsonNode problem = read(answer.body());
		if (problem.path("code").asText("").isEmpty() || problem.path("detail").asText(problem.path("title").asText("")).isEmpty()) {
			return "no code or no sentence";
		}
		if (answer.status() == 422 && problem.path("errors").isArray()) {
			for (JsonNode error : problem.path("errors")) {
				if (!error.has("pointer") || error.path("code").asText("").isEmpty() || error.path("message").asText("").isEmpty()) {
					return "an error without field, code or sentence";
				}
			}
		}
		return null;
	}

	private static String outcomes(String body) throws IOException {
		for (String line : body.split("\n")) {
			if (line.isBlank()) {
				continue;
			}
			JsonNode said = read(line);
			JsonNode error = said.path("error");
			if (said.path("result").asText("").equals("rejected") && (!error.has("pointer") || error.path("code").asText("").isEmpty() || error.path("message").asText("").isEmpty())) {
				return "a rejected line without field, code or sentence";
			}
			if (said.path("result").asText("").isEmpty()) {
				return "a line without result";
			}
		}
		return null;
	}

	private static JsonNode read(String text) throws IOException {
		return JSON.readTree(text.getBytes(StandardCharsets.UTF_8));
	}

}
