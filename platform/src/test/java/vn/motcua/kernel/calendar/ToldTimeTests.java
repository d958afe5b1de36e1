package vn.motcua.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** A story changes the time for itself alone. */
class ToldTimeTests {

	private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

	private static final Instant THEN = Instant.parse("2026-10-05T08:30:00Z");

	private final Clock clock = new ToldTime(Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void othersLiveNowWhileAStoryIsTold() {
		List<Instant> seen = new ArrayList<>();
		ToldTime.at(THEN, () -> {
			seen.add(clock.instant());
			seen.add(clock.withZone(ZoneOffset.ofHours(7)).instant());
			seen.add(CompletableFuture.supplyAsync(clock::instant).join());
			CompletableFuture<Instant> started = new CompletableFuture<>();
			Thread.ofVirtual().start(() -> started.complete(clock.instant()));
			seen.add(started.join());
		});
		assertThat(seen).containsExactly(THEN, THEN, NOW, NOW);
		assertThat(clock.instant()).as("when it is told").isEqualTo(NOW);
	}

	@Test
	void onlyDemonstrationsTell() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			assertThat(sources.filter(file -> file.toString().endsWith(".java")).filter(ToldTimeTests::tells)).isNotEmpty()
				.allMatch(file -> file.getParent().endsWith("demo"));
		}
	}

	private static boolean tells(Path file) {
		try {
			return Files.readString(file).contains("ToldTime.at(");
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
