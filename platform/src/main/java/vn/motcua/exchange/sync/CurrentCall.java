package vn.motcua.exchange.sync;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import vn.motcua.kernel.Actor;

/** The call that this request is, while it is answered: what is known of it comes together here, for {@link CallLog} to keep. */
public final class CurrentCall {

	static final String ATTRIBUTE = "motcua.exchange.call";

	private final long startedAtNs = System.nanoTime();

	private final String requestId;

	private final @Nullable String purpose;

	private String operation;

	private @Nullable Actor sender;

	private @Nullable String outcome;

	private boolean kept;

	private boolean empty;

	CurrentCall(String operation, @Nullable String purpose, String requestId) {
		this.operation = operation;
		this.purpose = purpose;
		this.requestId = requestId;
	}

	static Optional<CurrentCall> of(HttpServletRequest request) {
		return request.getAttribute(ATTRIBUTE) instanceof CurrentCall call ? Optional.of(call) : Optional.empty();
	}

	/** That of the request on this thread; empty for work that no call asked for. */
	public static Optional<CurrentCall> current() {
		return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked ? of(asked.getRequest()) : Optional.empty();
	}

	/** For interfaces where the address alone does not say what is asked. */
	public void operation(String named) {
		operation = named;
	}

	public void sender(Actor known) {
		sender = known;
	}

	/** Why it was refused, where the status does not say it. */
	public void outcome(String code) {
		outcome = code;
	}

	/** Its row stands, with what it brought. */
	public void kept() {
		kept = true;
	}

	/** It asked whether there is something, and there was nothing. */
	public void empty() {
		empty = true;
	}

	boolean isEmpty() {
		return empty;
	}

	boolean isKept() {
		return kept;
	}

	String operation() {
		return operation;
	}

	@Nullable Actor sender() {
		return sender;
	}

	@Nullable String outcome() {
		return outcome;
	}

	@Nullable String purpose() {
		return purpose;
	}

	String requestId() {
		return requestId;
	}

	int tookMs() {
		return (int) Math.min(Integer.MAX_VALUE, (System.nanoTime() - startedAtNs) / 1_000_000);
	}

}
