package vn.motcua.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put is there, whatever happens to the process or the disk. */
class OutboxTests {

	@TempDir
	private Path folder;

	@Test
	void linesComeInTheOrderTheyWerePutAndOnlyOnceAcknowledgedAreGone() throws Exception {
		try (Outbox outbox = Outbox.open(folder)) {
			outbox.put(lines(1, 10));
			outbox.put(lines(11, 12));
			assertThat(seqs(outbox.peek(4, 1 << 20))).containsExactly(1, 2, 3, 4);
			outbox.acknowledge(outbox.peek(4, 1 << 20));
			assertThat(seqs(outbox.peek(100, 1 << 20))).containsExactly(5, 6, 7, 8, 9, 10, 11, 12);
		}
		try (Outbox again = Outbox.open(folder)) {
			assertThat(again.pendingLines()).isEqualTo(8);
			assertThat(seqs(again.peek(100, 1 << 20))).startsWith(5).endsWith(12);
			assertThat(seqs(again.peek(100, 10))).as("one line even when it is larger").containsExactly(5);
			again.acknowledge(again.peek(100, 1 << 20));
			assertThat(again.pendingLines()).isZero();
			assertThat(again.peek(1, 1).lines()).isEmpty();
		}
	}

	@Test
	void survivesBeingKilledAtAnyMoment() throws Exception {
		int next = 1;
		for (int round = 0; round < 4; round++) {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
					"vn.motcua.sdk.PuttingProcess", folder.toString(), String.valueOf(next)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			int safe = next - 1;
			try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
				for (int i = 0; i < 10 + 7 * round; i++) {
					safe = Integer.parseInt(said.readLine());
				}
				process.destroyForcibly().waitFor();
			}
			try (Outbox outbox = Outbox.open(folder)) {
				List<Integer> found = seqs(outbox.peek(1_000_000, 1 << 30));
				assertThat(found).as("nothing lost, nothing twice, in order").isEqualTo(IntStream.rangeClosed(1, found.size()).boxed().toList());
				assertThat(found.size()).isGreaterThanOrEqualTo(safe);
				next = found.size() + 1;
			}
		}
	}

	@Test
	void cutsWhatWasHalfWrittenAtTheEnd() throws Exception {
		try (Outbox outbox = Outbox.open(folder)) {
			outbox.put(lines(1, 3));
			outbox.put(lines(4, 6));
		}
		Path file = folder.resolve(Segment.name(1));
		byte[] whole = Files.readAllBytes(file);
		for (int cut : new int[] { 1, 30, whole.length / 2 - 5 }) {
			Files.write(file, java.util.Arrays.copyOf(whole, whole.length - cut));
			try (Outbox outbox = Outbox.open(folder)) {
				assertThat(seqs(outbox.peek(10, 1 << 20))).containsExactly(1, 2, 3);
				outbox.put(lines(4, 4));
				assertThat(seqs(outbox.peek(10, 1 << 20))).containsExactly(1, 2, 3, 4);
			}
		}
	}

	@Test
	void doesNotThrowAwayWhatFollowsBytesThatChangedOnDisk() throws Exception {
		try (Outbox outbox = Outbox.open(folder)) {
			outbox.put(lines(1, 3));
			outbox.put(lines(4, 6));
		}
		Path file = folder.resolve(Segment.name(1));
		byte[] bytes = Files.readAllBytes(file);
		bytes[60] ^= 1;
		Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
		assertThatThrownBy(() -> Outbox.open(folder)).isInstanceOf(OutboxDamagedException.class);
		assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
	}

	@Test
	void belongsToOneAtATime() throws Exception {
		try (Outbox outbox = Outbox.open(folder)) {
			assertThatThrownBy(() -> Outbox.open(folder)).isInstanceOfSatisfying(OutboxInUseException.class,
					busy -> assertThat(busy.holder()).isEqualTo(OutboxInUseException.Holder.THIS_PROCESS));
			outbox.put(lines(1, 1));
		}
	}

	@Test
	void takesNoMoreThanItsBoundAndGoesOnWhenSomethingWasTaken() throws Exception {
		try (Outbox outbox = Outbox.open(folder, 6_000)) {
			outbox.put(lines(1, 20));
			assertThatThrownBy(() -> outbox.put(lines(21, 60))).isInstanceOfSatisfying(OutboxFullException.class,
					full -> assertThat(full.reason()).isEqualTo(OutboxFullException.Reason.BOUND));
			outbox.acknowledge(outbox.peek(20, 1 << 20));
			outbox.put(lines(21, 40));
			assertThat(seqs(outbox.peek(100, 1 << 20))).startsWith(21).endsWith(40);
		}
	}

	@Test
	void deletesFilesThatWereTaken() throws Exception {
		try (Outbox outbox = Outbox.open(folder)) {
			List<SyncLine> large = new ArrayList<>();
			IntStream.rangeClosed(1, 5_000).forEach(seq -> large.add(PuttingProcess.line(seq).withMore("{\"x\":\"" + "y".repeat(1_500) + "\"}")));
			for (int i = 0; i < 6; i++) {
				outbox.put(large);
			}
			assertThat(segments()).isGreaterThan(1);
			while (outbox.pendingLines() > 0) {
				outbox.acknowledge(outbox.peek(10_000, 12_000_000));
			}
			assertThat(segments()).isLessThanOrEqualTo(1);
		}
	}

	@Test
	void stopsClearlyOnAFullDiskAndGoesOnWhenThereIsRoom() throws Exception {
		Path disk = Files.createDirectory(folder.resolve("disk"));
		org.junit.jupiter.api.Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()) == 0, "needs the right to mount");
		try (Outbox outbox = Outbox.open(disk.resolve("outbox"))) {
			Path other = disk.resolve("other");
			Files.write(other, new byte[150_000]);
			int put = 0;
			OutboxFullException full = null;
			while (full == null) {
				try {
					outbox.put(lines(put + 1, put + 50));
					put += 50;
				}
				catch (OutboxFullException noRoom) {
					full = noRoom;
				}
			}
			assertThat(full.reason()).isEqualTo(OutboxFullException.Reason.DISK);
			assertThat(seqs(outbox.peek(100_000, 1 << 30))).as("unharmed").hasSize(put);
			outbox.acknowledge(outbox.peek(50, 1 << 20));
			Files.delete(other);
			outbox.put(lines(put + 1, put + 50));
			assertThat(seqs(outbox.peek(100_000, 1 << 30))).isEqualTo(IntStream.rangeClosed(51, put + 50).boxed().toList());
		}
		finally {
			run("umount", disk.toString());
		}
	}

	private int segments() throws IOException {
		try (var files = Files.list(folder)) {
			return (int) files.filter(file -> file.toString().endsWith(".seg")).count();
		}
	}

	private static int run(String... command) throws Exception {
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

	private static List<SyncLine> lines(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj(PuttingProcess::line).toList();
	}

	private static List<Integer> seqs(Outbox.Batch batch) {
		return batch.lines().stream().map(json -> SyncLine.parse(json).seq()).toList();
	}

}
