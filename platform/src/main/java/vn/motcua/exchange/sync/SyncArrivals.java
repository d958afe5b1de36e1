package vn.motcua.exchange.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.motcua.exchange.ExchangeProblem;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.ArrivedBody;
import vn.motcua.site.Arrivals;
import vn.motcua.site.ArrivingStream;

/** Batches on their way: they take a place of {@link Intake} when they are whole, so that a slow sender takes none from the others. */
@Component
public class SyncArrivals {

	private static final int MOST = 256;

	private static final int MOST_OF_ONE = 8;

	private final Arrivals arrivals;

	SyncArrivals(@Value("${motcua.data}") Path data, MeterRegistry registry) {
		this.arrivals = new Arrivals(data.resolve("arriving"), new Arrivals.Terms(MOST, MOST_OF_ONE, 1024, 128, () -> new ProblemException(ExchangeProblem.BUSY, "seconds", Intake.COME_BACK_SECONDS)));
		Gauge.builder("exchange.arriving", arrivals, Arrivals::count).description("Batches that are on their way or wait for a place").register(registry);
	}

	/** The whole batch as it was sent; whoever asked for it closes it. */
	public ArrivedBody read(InputStream body, Actor sender) throws IOException {
		return arrivals.read(new ArrivingStream(body, SyncBody.MOST_BYTES, SyncArrivals::tooLarge, SyncBody.LONGEST_READING, SyncBody::tooSlow), sender.account());
	}

	private static ProblemException tooLarge() {
		return new ProblemException(ExchangeProblem.BATCH_TOO_LARGE, Map.of("lines", SyncBody.MOST_LINES, "mb", SyncBody.MOST_BYTES >> 20), List.of());
	}

}
