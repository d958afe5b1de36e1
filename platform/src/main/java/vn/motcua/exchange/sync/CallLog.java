package vn.motcua.exchange.sync;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import vn.motcua.identity.CurrentActor;
import vn.motcua.kernel.Actor;
import vn.motcua.site.Traces;

/** Keeps every call of agencies' systems: before sign-in looks at it, so that refused ones are kept too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CallLog extends OncePerRequestFilter {

	private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

	private static final int LONGEST_PURPOSE = 200;

	private static final int TOO_MANY = 429;

	/** Calls of nobody that are kept in a minute; more are counted only. */
	private static final int MOST_UNKNOWN_A_MINUTE = 60;

	private final CallStore calls;

	private final Clock clock;

	private final MeterRegistry meters;

	/** Minute since the epoch, and how many of nobody were kept in it. */
	private final AtomicLong unknown = new AtomicLong();

	/** By system and kind, the minute of the latest call that was kept of those that are all alike: there are as many as agencies have programs. */
	private final ConcurrentHashMap<String, Long> alike = new ConcurrentHashMap<>();

	CallLog(CallStore calls, Clock clock, MeterRegistry meters) {
		this.calls = calls;
		this.clock = clock;
		this.meters = meters;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = path(request);
		return !path.startsWith("/api/sync/") && !path.startsWith("/api/lienthong/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
		CurrentCall call = new CurrentCall(operation(request), purpose(request), requestId(request));
		request.setAttribute(CurrentCall.ATTRIBUTE, call);
		response.setHeader("X-Request-Id", call.requestId());
		boolean failed = true;
		try {
			chain.doFilter(request, response);
			failed = false;
		}
		finally {
			keep(call, request, failed ? 500 : response.getStatus());
		}
	}

	private void keep(CurrentCall call, HttpServletRequest request, int status) {
		if (call.sender() == null && request.getAttribute(CurrentActor.BEARER) instanceof Actor actor) {
			call.sender(actor);
		}
		if (call.isKept()) {
			return;
		}
		String refusal = call.outcome() == null ? Traces.refusal(request) : call.outcome();
		boolean oneOfMany = status == TOO_MANY || call.isEmpty();
		if (call.sender() == null ? !room() : oneOfMany && !firstOfMinute(call.sender().account() + " " + refusal)) {
			meters.counter("exchange.calls.unkept").increment();
			return;
		}
		try {
			calls.keep(call, status, refusal == null ? status < 400 ? "ok" : "http." + status : refusal, Math.max(0, request.getContentLengthLong()));
		}
		catch (DataAccessException unreachable) {
			LOG.warn("A call was not kept: {}", unreachable.getClass().getSimpleName());
			meters.counter("exchange.calls.unkept").increment();
		}
	}

	private boolean room() {
		long minute = clock.instant().getEpochSecond() / 60;
		long after = unknown.updateAndGet(before -> before / 1_000 == minute ? Math.min(before + 1, minute * 1_000 + 999) : minute * 1_000 + 1);
		return after % 1_000 <= MOST_UNKNOWN_A_MINUTE;
	}

	/** Who calls too often goes on calling, and who finds nothing asks again: one call of a kind says so for a minute. */
	private boolean firstOfMinute(String kind) {
		long minute = clock.instant().getEpochSecond() / 60;
		Long before = alike.put(kind, minute);
		return before == null || before != minute;
	}

	/** As the controllers see it, however it was written. */
	private static String path(HttpServletRequest request) {
		return request.getPathInfo() == null ? request.getServletPath() : request.getServletPath() + request.getPathInfo();
	}

	/** What the address asks for: the first word after the version; of the older interface, where there is none, its name. */
	private static String operation(HttpServletRequest request) {
		String[] parts = path(request).split("/", 7);
		boolean versioned = parts.length > 4 && parts[2].equals("sync");
		String named = versioned ? parts[4] : parts.length > 3 ? parts[3] : "";
		return named.matches("[a-z-]{1,40}") ? named : "unknown";
	}

	private static @Nullable String purpose(HttpServletRequest request) {
		String named = request.getHeader("X-Purpose");
		if (named == null || named.isBlank() || named.length() > LONGEST_PURPOSE) {
			return null;
		}
		return named.replaceAll("\\p{Cntrl}", " ").strip();
	}

	private static String requestId(HttpServletRequest request) {
		String named = request.getHeader("X-Request-Id");
		return named != null && ID.matcher(named).matches() ? named : Traces.of(request);
	}

}
