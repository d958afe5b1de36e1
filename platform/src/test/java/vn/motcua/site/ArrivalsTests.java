package vn.motcua.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** Bodies on their way: whole, bounded in number, size and room. */
class ArrivalsTests {

	private static final int MOST_OF_ONE = 32;

	private static final UUID LAN = new UUID(0, 1);

	private static final UUID MINH = new UUID(0, 2);

	@TempDir
	private Path data;

	@Test
	void bodiesOfAnySizeComeWholeAndLeaveNothing() throws IOException {
		Random random = new Random(1);
		for (int size : new int[] { 0, 1, 5_000, ArrivedBody.IN_MEMORY, ArrivedBody.IN_MEMORY + 1, 3_000_000 }) {
			byte[] body = new byte[size];
			random.nextBytes(body);
			Semaphore room = new Semaphore(4);
			try (ArrivedBody arrived = new ArrivedBody(data, room(room))) {
				arrived.read(new ByteArrayInputStream(body));
				assertThat(arrived.open().readAllBytes()).isEqualTo(body);
				assertThat(room.availablePermits()).isEqualTo(size < ArrivedBody.IN_MEMORY ? 4 : 4 - (size + (1 << 20) - 1) / (1 << 20));
			}
			assertThat(room.availablePermits()).isEqualTo(4);
			assertThat(Files.list(data)).isEmpty();
		}
	}

	@Test
	void whatIsTooLargeOrFindsNoRoomIsRefusedAndGivesItsRoomBack() {
		assertThatThrownBy(() -> arrivals().read(new ArrivingStream(new ByteArrayInputStream(new byte[1_000_001]), 1_000_000, () -> new ProblemException(CommonProblem.TOO_LARGE), Duration.ofMinutes(1), ArrivalsTests::busy), LAN))
			.satisfies(refused -> is(CommonProblem.TOO_LARGE, refused));
		Semaphore room = new Semaphore(1);
		assertThatThrownBy(() -> {
			try (ArrivedBody arrived = new ArrivedBody(data, room(room))) {
				arrived.read(new ByteArrayInputStream(new byte[2 << 20]));
			}
		}).satisfies(refused -> is(CommonProblem.TOO_MANY, refused));
		assertThat(room.availablePermits()).isOne();
	}

	@Test
	void oneSenderHasSoManyOnTheirWayAndNoMore() throws Exception {
		Arrivals arrivals = arrivals();
		CountDownLatch begun = new CountDownLatch(MOST_OF_ONE);
		CountDownLatch slow = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int body = 0; body < MOST_OF_ONE; body++) {
				threads.submit(() -> {
					arrivals.read(slow(begun, slow), LAN).close();
					return null;
				});
			}
			begun.await();
			assertThatThrownBy(() -> arrivals.read(InputStream.nullInputStream(), LAN)).satisfies(refused -> is(CommonProblem.TOO_MANY, refused));
			try (ArrivedBody others = arrivals.read(new ByteArrayInputStream("a".getBytes(UTF_8)), MINH)) {
				assertThat(others.open().readAllBytes()).hasSize(1);
			}
			slow.countDown();
		}
		arrivals.read(InputStream.nullInputStream(), LAN).close();
	}

	@Test
	void whatWaitsForWorkCountsUntilItIsClosed() throws Exception {
		Arrivals arrivals = arrivals();
		List<ArrivedBody> waiting = new ArrayList<>();
		for (int body = 0; body < MOST_OF_ONE; body++) {
			waiting.add(arrivals.read(new ByteArrayInputStream(new byte[1]), LAN));
		}
		assertThatThrownBy(() -> arrivals.read(InputStream.nullInputStream(), LAN)).satisfies(refused -> is(CommonProblem.TOO_MANY, refused));
		waiting.getFirst().close();
		waiting.getFirst().close();
		arrivals.read(InputStream.nullInputStream(), LAN);
		assertThatThrownBy(() -> arrivals.read(InputStream.nullInputStream(), LAN)).satisfies(refused -> is(CommonProblem.TOO_MANY, refused));
	}

	private static InputStream slow(CountDownLatch begun, CountDownLatch may) {
		return new FilterInputStream(InputStream.nullInputStream()) {

			@Override
			public int read(byte[] into, int offset, int length) throws IOException {
				begun.countDown();
				try {
					may.await();
				}
				catch (InterruptedException stopping) {
					throw new IOException(stopping);
				}
				return super.read(into, offset, length);
			}

		};
	}

	private static ArrivedBody.Room room(Semaphore megabytes) {
		return new ArrivedBody.Room() {

			@Override
			public void take() {
				if (!megabytes.tryAcquire()) {
					throw busy();
				}
			}

			@Override
			public void leave(int count) {
				megabytes.release(count);
			}

		};
	}

	private Arrivals arrivals() {
		return new Arrivals(data, new Arrivals.Terms(256, MOST_OF_ONE, 4, 2, ArrivalsTests::busy));
	}

	private static ProblemException busy() {
		return new ProblemException(CommonProblem.TOO_MANY);
	}

	private static void is(CommonProblem expected, Throwable refused) {
		assertThat(refused).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(expected));
	}

}
