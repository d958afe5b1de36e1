package vn.motcua.agency.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import vn.motcua.agency.domain.CurrentTree;
import vn.motcua.agency.domain.Succession;
import vn.motcua.agency.domain.Sureness;

/** Units that held a code, the earliest first, each with its whole life. */
record CodeHistory(String code, List<Holder> holders) {

	/**
	 * @param states stretches of its life with one name, code and parent
	 * @param cameFrom units it took over from
	 * @param wentInto units that answer for it since it ended
	 */
	record Holder(int id, List<UnitView> states, List<Link> cameFrom, List<Link> wentInto) {

		static Holder of(CurrentTree current, int unit) {
			return new Holder(unit, current.tree().life(unit).stream().map(period -> UnitView.of(current, period, period.from())).toList(),
					current.tree().cameFrom(unit).stream().map(link -> Link.of(current, link, link.from(), link.on().minusDays(1))).toList(),
					current.tree().wentInto(unit).stream().map(link -> Link.of(current, link, link.to(), link.on())).toList());
		}

	}

	/**
	 * @param kind merged, split or renamed
	 * @param share whole or part of the unit that ended
	 * @param exact false where the day lies somewhere between two dated lists
	 */
	record Link(int id, String code, String fullName, LocalDate on, String kind, String share, boolean exact) {

		static Link of(CurrentTree current, Succession link, int other, LocalDate day) {
			return current.tree().nearest(other, day).map(period -> current.agency(period, day))
				.map(agency -> new Link(other, agency.code(), agency.fullName().vi(), link.on(), word(link.kind()), word(link.share()),
						link.sure() == Sureness.EXACT))
				.orElseThrow();
		}

		private static String word(Enum<?> value) {
			return value.name().toLowerCase(Locale.ROOT);
		}

	}

}
