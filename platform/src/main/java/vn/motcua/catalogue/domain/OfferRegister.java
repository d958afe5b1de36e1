package vn.motcua.catalogue.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.Offers;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;
import vn.motcua.site.PublicPages;

/** Offers on the database; those of the procedures that are asked for are kept until something changes on any node. */
@Service
class OfferRegister implements Offers {

	private static final int MOST_KEPT = 2_000;

	private static final int MOST_SHOWN = 1_000;

	private final OfferStore store;

	private final OfferRules rules;

	private final Agencies agencies;

	private final ObjectProvider<AuditTrail> audit;

	private final PublicPages pages;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Map<ProcedureCode, List<Offer>> kept = new ConcurrentHashMap<>();

	private volatile long lastId;

	OfferRegister(OfferStore store, OfferRules rules, Agencies agencies, ObjectProvider<AuditTrail> audit, PublicPages pages, TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.rules = rules;
		this.agencies = agencies;
		this.audit = audit;
		this.pages = pages;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Override
	public Optional<Offer> find(ProcedureCode code, AgencyId agency, LocalDate on) {
		List<Offer> offers = rows(code);
		return offers.isEmpty() ? Optional.empty()
				: agencies.withAncestors(agency, on).stream().flatMap(above -> own(offers, above.id(), on).stream()).findFirst();
	}

	@Override
	public List<Offer> of(ProcedureCode code, LocalDate on) {
		Set<AgencyId> seen = new HashSet<>();
		return rows(code).stream().filter(offer -> offer.covers(on)).filter(offer -> seen.add(offer.agency())).filter(offer -> !offer.ended()).limit(MOST_SHOWN).toList();
	}

	@Override
	public Slice<Offer> at(AgencyId agency, LocalDate on, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		return Slice.of(store.at(agency, on, place == null ? "" : place.keys().getFirst(), limit.value() + 1), limit.value(), offer -> Cursor.of(offer.code()));
	}

	@Override
	public List<FieldProblem> check(ProcedureCode code, AgencyId agency, Offer.Terms terms, LocalDate from, @Nullable LocalDate until) {
		return rules.check(code, agency, terms, from, until, today());
	}

	@Override
	public Offer record(ProcedureCode code, AgencyId agency, Offer.Terms terms, LocalDate from, @Nullable LocalDate until, Actor officer) {
		requireReach(agency, officer);
		Offer offer = new Offer(0, code, agency, terms, from, until, false, now(), officer.name());
		return Objects.requireNonNull(transaction.execute(_ -> {
			store.lock(code);
			List<FieldProblem> problems = check(code, agency, terms, from, until);
			if (!problems.isEmpty()) {
				throw new ProblemException(CommonProblem.FIELDS, problems);
			}
			return put(offer, officer);
		}));
	}

	@Override
	public void end(ProcedureCode code, AgencyId agency, LocalDate from, Actor officer) {
		requireReach(agency, officer);
		transaction.executeWithoutResult(_ -> {
			store.lock(code);
			Offer present = own(store.of(code), agency, from).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
			put(new Offer(0, code, agency, present.terms(), from, null, true, now(), officer.name()), officer);
		});
	}

	/** Another node may have recorded something. */
	@Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
	void refresh() {
		long newest = store.lastId();
		if (newest != lastId) {
			lastId = newest;
			kept.clear();
			pages.changed();
		}
	}

	private Offer put(Offer offer, Actor officer) {
		Optional<Offer> newest = store.of(offer.code()).stream().filter(one -> one.agency().equals(offer.agency())).findFirst();
		if (newest.filter(one -> same(one, offer)).isPresent()) {
			return newest.get();
		}
		long id = store.insert(offer, officer.account());
		audit.ifAvailable(trail -> trail.record(new AccessRecord(officer, AuditAction.OFFER_CHANGED, offer.code() + " @ " + offer.agency(), null,
				offer.terms().decisionNumber() == null ? "catalogue.audit.offer" : offer.terms().decisionNumber())));
		org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(new org.springframework.transaction.support.TransactionSynchronization() {

			@Override
			public void afterCommit() {
				refresh();
			}

		});
		return new Offer(id, offer.code(), offer.agency(), offer.terms(), offer.from(), offer.until(), offer.ended(), offer.enteredAt(), offer.enteredBy());
	}

	private static boolean same(Offer one, Offer other) {
		return one.terms().equals(other.terms()) && one.from().equals(other.from()) && Objects.equals(one.until(), other.until()) && one.ended() == other.ended();
	}

	private static Optional<Offer> own(List<Offer> offers, AgencyId agency, LocalDate on) {
		return offers.stream().filter(offer -> offer.agency().equals(agency) && offer.covers(on)).findFirst().filter(offer -> !offer.ended());
	}

	private List<Offer> rows(ProcedureCode code) {
		List<Offer> present = kept.get(code);
		if (present == null) {
			long before = lastId;
			present = store.of(code);
			if (kept.size() >= MOST_KEPT) {
				kept.clear();
			}
			if (before == lastId) {
				kept.put(code, present);
			}
		}
		return present;
	}

	/** Officers keep the offers of their agency and of those under it. */
	private void requireReach(AgencyId agency, Actor officer) {
		boolean reaches = officer.kind() == Actor.Kind.PLATFORM || officer.may(Permission.SERVICE_OFFER) && officer.agency() != null
				&& agencies.withAncestors(agency, today()).stream().anyMatch(above -> above.id().equals(officer.agency()));
		if (!reaches) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(clock.instant(), Page.ZONE);
	}

}
