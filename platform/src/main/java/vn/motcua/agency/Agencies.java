package vn.motcua.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import vn.motcua.agency.domain.CurrentTree;
import vn.motcua.kernel.AgencyId;

/** The tree of agencies of any day, answered from memory. */
public interface Agencies {

	/** The tree that ships with the platform, for tools that run without a database; without successions. */
	static Agencies packaged() {
		return CurrentTree.packaged();
	}

	Optional<Agency> find(AgencyId id, LocalDate on);

	/** As {@link #find}; when the unit does not exist on that day, its last state before, or first after. */
	Agency get(AgencyId id, LocalDate on);

	/** Territorial unit by statistics code at a level: province 2 digits, district 3, commune 5. */
	Optional<Agency> findByCode(Agency.Level level, String code, LocalDate on);

	/** By exchange code in either scheme. */
	Optional<Agency> findByExchangeCode(String exchangeCode, LocalDate on);

	/** Units directly under a parent, in the order of their codes. */
	List<Agency> children(AgencyId parent, Agency.Level level, LocalDate on);

	/** All provinces, ministries, departments or organisations of a day. Not for communes: ask for the children of a parent. */
	List<Agency> all(Agency.Level level, LocalDate on);

	/** The unit and those it stands under, from the unit upwards. */
	List<Agency> withAncestors(AgencyId id, LocalDate on);

	/**
	 * The agency of a kind that belongs to a territorial unit, for example {@code so-tu-phap} of Hà Nội; when there is none on
	 * that day, the one that took over its work there or that did it before.
	 */
	Optional<Agency> department(AgencyId territory, String kind, LocalDate on);

	/** Which units of {@code on} answer for what this unit was: itself while it lives, else its successors. */
	List<Agency> answering(AgencyId id, LocalDate on);

	/** Units of an earlier day that a unit, as it stands on a later one, was made of: those that went into it in between, and itself where it stood already. */
	List<Agency> madeOf(AgencyId id, LocalDate asOf, LocalDate on);

	/**
	 * With whom lies on a day what a unit owes and what is owed to it, which cannot be divided: itself while it stands, else the one unit that took its place; where none did or several, the one
	 * it stood under, so that of a district of 2025 it is the province. Several only for a unit that was divided and stood under nobody.
	 */
	List<AgencyId> heirs(AgencyId id, LocalDate on);

	/** Numbers of the units that do not stand on a day and that a unit is heir of; also those that stood for some months only. */
	List<AgencyId> inherited(AgencyId id, LocalDate on);

	/** Every period of a unit's life, with names, codes and parents, then the units it went into. */
	List<Agency> history(AgencyId id);

	/** Goes up with every change of the tree. */
	long version();

	/** A digest of who stands under whom on a day: another one when any unit moved, came or went. */
	long shape(LocalDate on);

}
