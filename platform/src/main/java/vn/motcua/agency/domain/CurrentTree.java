package vn.motcua.agency.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.agency.Agency.Level;
import vn.motcua.agency.AgencyProblem;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.problem.ProblemException;

/**
 * The tree in force on this node. It is read beside what else a start does, and before the start is over. Every ten seconds it asks whether another node has imported a
 * newer one.
 */
@Component
public class CurrentTree implements Agencies, SmartInitializingSingleton {

	private static final int TEN_SECONDS_MS = 10_000;

	private static final int MOST_DAYS = 4;

	private final @Nullable TreeStore store;

	private volatile CompletableFuture<AgencyTree> tree;

	/** Of the days that were asked for last, the one worked out last first. */
	private volatile List<Heirs> heirs = List.of();

	private final boolean work;

	@Autowired
	CurrentTree(TreeStore store, ReferenceLoader loader, @Value("${motcua.work}") boolean work) {
		this.store = store;
		this.work = work;
		this.tree = CompletableFuture.supplyAsync(() -> {
			loader.load();
			return store.read();
		}, reading -> Thread.ofPlatform().name("agency-tree").start(reading));
	}

	private CurrentTree(AgencyTree tree) {
		this.store = null;
		this.work = false;
		this.tree = CompletableFuture.completedFuture(tree);
	}

	/** The packaged tree without a database. */
	public static CurrentTree packaged() {
		return new CurrentTree(PackagedTree.read());
	}

	public AgencyTree tree() {
		return tree.join();
	}

	/** What cannot be read ends the start. */
	@Override
	public void afterSingletonsInstantiated() {
		tree();
	}

	@Scheduled(initialDelay = TEN_SECONDS_MS, fixedDelay = TEN_SECONDS_MS)
	void followOtherNodes() {
		if (work) {
			refresh();
		}
	}

	/** Reads the tree again when it changed. */
	public void refresh() {
		if (store != null && store.version() != tree().version()) {
			tree = CompletableFuture.completedFuture(store.read());
		}
	}

	@Override
	public Optional<Agency> find(AgencyId id, LocalDate on) {
		return tree().find(id.value(), on).map(period -> agency(period, on));
	}

	@Override
	public Agency get(AgencyId id, LocalDate on) {
		return agency(nearest(id, on), on);
	}

	@Override
	public Optional<Agency> findByCode(Level level, String code, LocalDate on) {
		return tree().byCode(level, code, on).map(period -> agency(period, on));
	}

	@Override
	public Optional<Agency> findByExchangeCode(String exchangeCode, LocalDate on) {
		return tree().byExchangeCode(exchangeCode, on).map(period -> agency(period, on));
	}

	@Override
	public List<Agency> children(AgencyId parent, Level level, LocalDate on) {
		return agencies(tree().children(parent.value(), level, on), on);
	}

	@Override
	public List<Agency> all(Level level, LocalDate on) {
		if (level == Level.COMMUNE) {
			throw new IllegalArgumentException("ask for the communes of one parent");
		}
		return agencies(tree().all(level, on), on);
	}

	@Override
	public List<Agency> withAncestors(AgencyId id, LocalDate on) {
		List<Agency> line = new ArrayList<>();
		Period period = nearest(id, on);
		LocalDate day = AgencyTree.dayWithin(period, on);
		while (true) {
			line.add(agency(period, day));
			Optional<Period> parent = tree().find(period.parent(), day);
			if (parent.isEmpty()) {
				return line;
			}
			period = parent.get();
		}
	}

	@Override
	public Optional<Agency> department(AgencyId territory, String kind, LocalDate on) {
		return Departments.of(tree(), territory.value(), kind, on).map(period -> agency(period, on));
	}

	@Override
	public List<Agency> answering(AgencyId id, LocalDate on) {
		return agencies(Recast.of(tree(), id.value(), on), on);
	}

	@Override
	public List<Agency> madeOf(AgencyId id, LocalDate asOf, LocalDate on) {
		return agencies(Recast.parts(tree(), id.value(), asOf, on), on);
	}

	@Override
	public List<AgencyId> heirs(AgencyId id, LocalDate on) {
		return tree().find(id.value(), on).isPresent() ? List.of(id) : heirs(on).of(id.value()).stream().map(AgencyId::new).toList();
	}

	@Override
	public List<AgencyId> inherited(AgencyId id, LocalDate on) {
		return heirs(on).inherited(id.value()).stream().map(AgencyId::new).toList();
	}

	private Heirs heirs(LocalDate on) {
		AgencyTree current = tree();
		return known(current, on).orElseGet(() -> workOut(current, on));
	}

	private Optional<Heirs> known(AgencyTree of, LocalDate on) {
		return heirs.stream().filter(each -> each.are(of, on)).findFirst();
	}

	/** Once for all who ask at that moment: today as a rule, and the days of periods that lie behind. */
	private synchronized Heirs workOut(AgencyTree of, LocalDate on) {
		return known(of, on).orElseGet(() -> {
			Heirs found = new Heirs(of, on);
			heirs = Stream.concat(Stream.of(found), heirs.stream().filter(each -> each.areOf(of))).limit(MOST_DAYS).toList();
			return found;
		});
	}

	@Override
	public List<Agency> history(AgencyId id) {
		Stream<Agency> own = tree().life(id.value()).stream().map(period -> agency(period, period.from()));
		Stream<Agency> successors = tree().wentInto(id.value()).stream()
			.flatMap(link -> tree().nearest(link.to(), link.on()).stream().map(period -> agency(period, link.on())));
		return Stream.concat(own, successors).toList();
	}

	@Override
	public long version() {
		return tree().version();
	}

	@Override
	public long shape(LocalDate on) {
		return tree().shape(on);
	}

	/** A period as the rest of the platform sees it on a day. */
	public Agency agency(Period period, LocalDate on) {
		LocalDate day = AgencyTree.dayWithin(period, on);
		String exchangeCode = tree().exchangeCode(period.unit(), day);
		String code = period.code() != null ? period.code() : exchangeCode != null ? exchangeCode : Integer.toString(period.unit());
		Period territory = period.territory() == 0 ? null : tree().nearest(period.territory(), day).orElse(null);
		return new Agency(new AgencyId(period.unit()), period.level(), period.kind(), code, exchangeCode, UnitNames.name(period),
				UnitNames.full(period, territory), period.parent() == 0 ? null : new AgencyId(period.parent()), period.from(), period.until());
	}

	private List<Agency> agencies(List<Period> periods, LocalDate on) {
		return periods.stream().map(period -> agency(period, on)).toList();
	}

	private Period nearest(AgencyId id, LocalDate on) {
		return tree().nearest(id.value(), on).orElseThrow(() -> new ProblemException(AgencyProblem.UNKNOWN, "unit", id.value()));
	}

}
