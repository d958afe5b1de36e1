package vn.motcua.catalogue.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
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

/** Offers on the database; what was found for an agency on a day is kept until something changes on any node. */
@Service
class OfferRegister implements Offers {

	private static final int MOST_KEPT = 20_000;

	private final OfferStore store;

	private final OfferRules rules;

	private final Agencies agencies;

	private final ObjectProvider<AuditTrail> audit;

	private final PublicPages pages;

	private final TransactionTemplate transaction;

	private final Clock clock;

	/** Another map after every change: what was read before it goes into the old one. */
	private volatile Map<Place, Optional<Offer>> kept = new ConcurrentHashMap<>();

	private volatile String state = "";

	private record Place(ProcedureCode code, AgencyId agency, LocalDate on) {
	}

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
		Map<Place, Optional<Offer>> present = kept;
		Place place = new Place(code, agency, on);
		Optional<Offer> known = present.get(place);
		if (known == null) {
			known = nearest(code, agency, on);
			if (present.size() >= MOST_KEPT) {
				present.clear();
			}
			present.put(place, known);
		}
		return known;
	}

	private Optional<Offer> nearest(ProcedureCode code, AgencyId agency, LocalDate on) {
		List<AgencyId> above = agencies.withAncestors(agency, on).stream().map(Agency::id).toList();
		return store.holding(code, above, on).stream().min(Comparator.comparingInt(offer -> above.indexOf(offer.agency())));
	}

	@Override
	public Optional<Offer> own(ProcedureCode code, AgencyId agency, LocalDate on) {
		return store.holding(code, List.of(agency), on).stream().findFirst();
	}

	@Override
	public Slice<Offer> of(ProcedureCode code, LocalDate on, Limit limit, @Nullable String after) {
		Cursor place = Cursor.decode(after, 1);
		int from = place == null || !place.keys().getFirst().matches("\\d{1,9}") ? 0 : Integer.parseInt(place.keys().getFirst());
		return Slice.of(store.of(code, on, from, limit.value() + 1), limit.value(), offer -> Cursor.of(offer.agency().value()));
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
			Offer present = own(code, agency, from).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
			put(new Offer(0, code, agency, present.terms(), from, null, true, now(), officer.name()), officer);
		});
	}

	/** Another node may have recorded something. */
	@Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
	void refresh() {
		String newest = store.state();
		if (!newest.equals(state)) {
			state = newest;
			kept = new ConcurrentHashMap<>();
			pages.changed();
		}
	}

	private Offer put(Offer offer, Actor officer) {
		Optional<Offer> newest = store.newest(offer.code(), offer.agency());
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
