package vn.motcua.reporting.value;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportingProblem;
import vn.motcua.site.ArrivedBody;
import vn.motcua.site.Arrivals;
import vn.motcua.site.ArrivingStream;

/** Values on their way, and how many of them at a time. */
@Component
class ValueArrivals {

	static final int COME_BACK_SECONDS = 5;

	static final int MOST_OF_ONE = 32;

	private static final Duration LONGEST = Duration.ofSeconds(120);

	private final Arrivals arrivals;

	ValueArrivals(@Value("${motcua.data}") Path data) {
		this.arrivals = new Arrivals(data.resolve("arriving"), new Arrivals.Terms(256, MOST_OF_ONE, 1024, 512, () -> new ProblemException(ReportingProblem.BUSY, "seconds", COME_BACK_SECONDS)));
	}

	/** The whole body; whoever asked for it closes it. */
	ArrivedBody read(InputStream body, long mostBytes, Actor sender) throws IOException {
		return arrivals.read(arriving(body, mostBytes), sender.account());
	}

	static ArrivingStream arriving(InputStream in, long mostBytes) {
		return new ArrivingStream(in, mostBytes, () -> new ProblemException(ReportingProblem.BODY_TOO_LARGE, "mb", mostBytes >> 20), LONGEST,
				() -> new ProblemException(ReportingProblem.TOO_SLOW, "seconds", LONGEST.toSeconds()));
	}

}
