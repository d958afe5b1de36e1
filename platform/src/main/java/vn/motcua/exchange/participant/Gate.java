package vn.motcua.exchange.participant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.kernel.Actor;
import vn.motcua.site.Visitor;

/** Where every call of a system comes in: it takes part, and has not called more often than it may. */
@Component
public class Gate implements HandlerInterceptor {

	private final Participants participants;

	private final Quotas quotas;

	private final Visitor visitor;

	Gate(Participants participants, Quotas quotas, Visitor visitor) {
		this.participants = participants;
		this.quotas = quotas;
		this.visitor = visitor;
	}

	/** For interfaces that find out in their own way who calls; the others pass here before their handler. */
	public Participant enter(Actor system) {
		Participant participant = participants.of(system);
		quotas.admit(participant);
		return participant;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		visitor.current().filter(actor -> actor.kind() == Actor.Kind.AGENCY_SYSTEM).ifPresent(this::enter);
		return true;
	}

}
