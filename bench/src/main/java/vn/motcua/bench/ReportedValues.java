package vn.motcua.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Values of communes as a ministry's system sends them, and how fast they are taken. */
final class ReportedValues {

	static final int INDICATORS = 50;

	static final int MONTHS = 12;

	static final String REGIME = "BENCH.THANG";

	static final String LARGE = "BENCH.LON";

	/** Whose figures are asked for. */
	static final int YEAR = 2020;

	private static final int SENDERS = 2;

	private static final String HEADING = "regime,period,agency,indicator,value\n";

	private static final String PATH = "/api/reporting/v1/values";

	private final int port;

	private final String bearer;

	ReportedValues(int port, String token) {
		this.port = port;
		this.bearer = "Authorization: Bearer " + token + "\r\n";
	}

	String bearer() {
		return bearer;
	}

	/** Values of a year, month after month, in requests of that many; {@code seed} makes every value another. */
	static List<byte[]> year(int year, List<String> communes, int perRequest, int seed) {
		List<byte[]> requests = new ArrayList<>();
		StringBuilder lines = new StringBuilder(HEADING);
		int values = 0;
		for (int month = 1; month <= MONTHS; month++) {
			for (String commune : communes) {
				values += sheet(lines, period(year, month), commune, seed + month);
				if (values >= perRequest) {
					requests.add(bytes(lines));
					lines = new StringBuilder(lines.length()).append(HEADING);
					values = 0;
				}
			}
		}
		if (values > 0) {
			requests.add(bytes(lines));
		}
		return requests;
	}

	/** Every cell of the tables of five hundred. */
	static byte[] large(String period, List<String> communes) {
		StringBuilder lines = new StringBuilder("regime,period,agency,indicator,breakdown,value\n");
		for (String commune : communes) {
			for (int number = 1; number <= INDICATORS; number++) {
				for (int part = 1; part <= 10; part++) {
					lines.append(LARGE).append(',').append(period).append(',').append(commune).append(",BX00").append(number < 10 ? "0" : "").append(number)
						.append(",BENCH=P").append(part).append(',').append(1000 + number * 37 + part).append('\n');
				}
			}
		}
		return bytes(lines);
	}

	static byte[] month(String period, List<String> communes, int seed) {
		StringBuilder lines = new StringBuilder(HEADING);
		communes.forEach(commune -> sheet(lines, period, commune, seed));
		return bytes(lines);
	}

	/** Other values in all but the last indicator, which belongs to whoever measures how fresh totals are. */
	static byte[] some(List<String> communes, int sheets, Random random) {
		StringBuilder lines = new StringBuilder(HEADING);
		int from = random.nextInt(communes.size() - sheets);
		String period = period(YEAR, 1 + random.nextInt(MONTHS));
		for (int i = 0; i < sheets; i++) {
			for (int number = 1; number < INDICATORS; number++) {
				line(lines, period, communes.get(from + i), number, random.nextInt(100_000));
			}
		}
		return bytes(lines);
	}

	static String period(int year, int month) {
		return "%d-%02d".formatted(year, month);
	}

	private static int sheet(StringBuilder lines, String period, String commune, int seed) {
		int base = Math.floorMod(commune.hashCode() * 31 + seed * 7919, 50_000);
		for (int number = 1; number <= INDICATORS; number++) {
			line(lines, period, commune, number, base + number * 13);
		}
		return INDICATORS;
	}

	private static void line(StringBuilder lines, String period, String commune, int indicator, int value) {
		lines.append(REGIME).append(',').append(period).append(',').append(commune).append(",BX00").append(indicator < 10 ? "0" : "").append(indicator).append(',')
			.append(value).append('\n');
	}

	private static byte[] bytes(StringBuilder lines) {
		return lines.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** Seconds until all were answered, two at a time. */
	double send(List<byte[]> requests) throws Exception {
		long start = System.nanoTime();
		try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
			List<Future<Void>> senders = new ArrayList<>();
			for (int sender = 0; sender < SENDERS; sender++) {
				int own = sender;
				senders.add(threads.submit((Callable<Void>) () -> {
					try (Connection connection = new Connection(port)) {
						for (int number = own; number < requests.size(); number += SENDERS) {
							send(connection, requests.get(number));
						}
					}
					return null;
				}));
			}
			for (Future<Void> sender : senders) {
				sender.get();
			}
		}
		return (System.nanoTime() - start) / 1e9;
	}

	void send(Connection connection, byte[] values) throws Exception {
		Connection.Answer answer = connection.send(Connection.request("POST", PATH, bearer + "Content-Type: text/csv\r\n", values));
		if (answer.status() != 200) {
			throw new IllegalStateException(answer.status() + " " + answer.text().substring(0, Math.min(400, answer.text().length())));
		}
	}

}
