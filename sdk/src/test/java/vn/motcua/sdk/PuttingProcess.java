package vn.motcua.sdk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A process that puts lines until it is killed, and says what is safe: arguments are the folder and the first number. */
final class PuttingProcess {

	private PuttingProcess() {
	}

	public static void main(String[] args) throws Exception {
		Random random = new Random();
		int seq = Integer.parseInt(args[1]);
		try (Outbox outbox = Outbox.open(Path.of(args[0]))) {
			while (true) {
				List<SyncLine> lines = new ArrayList<>();
				for (int i = 0; i <= random.nextInt(200); i++) {
					lines.add(line(seq++));
				}
				outbox.put(lines);
				System.out.println(seq - 1);
			}
		}
	}

	static SyncLine line(int seq) {
		return SyncLine.of("H26", "H26-260302-0001", "1.001193", seq, Status.PROCESSING, Instant.parse("2026-03-02T01:00:00Z")).withWords("Bước " + seq, null);
	}

}
