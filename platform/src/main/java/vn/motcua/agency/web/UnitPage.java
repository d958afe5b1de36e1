package vn.motcua.agency.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.agency.domain.ExchangeCode;
import vn.motcua.agency.domain.Succession;
import vn.motcua.agency.domain.Sureness;

/**
 * One unit with its whole life.
 *
 * @param unit its state on the day asked for, or the nearest
 * @param stands whether it stood on that day
 * @param answering who answers for it on that day, when it did not
 * @param agencies agencies that work for it on that day
 */
public record UnitPage(LocalDate on, Agency unit, boolean stands, List<Agency> line, List<Agency> answering, List<State> states, List<Link> cameFrom,
		List<Link> wentInto, List<Agency> agencies, List<ExchangeCode> codes) {

	public record State(Agency unit, @Nullable Agency parent, Sureness from, Sureness until) {
	}

	public record Link(Succession succession, Agency unit) {
	}

}
