package vn.motcua.exchange.quality;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.exchange.quality.FiguresStore.Lags;
import vn.motcua.exchange.quality.FiguresStore.Row;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.access.Permission;
import vn.motcua.kernel.paging.Cursor;
import vn.motcua.kernel.paging.Limit;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.FieldProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.site.Page;

/** Lag, silence, signs and score of agencies, each down to its lines: the centre sees all, an agency itself and those under it. */
@Service
class QualityFigures {

	private static final Duration DAY = Duration.ofDays(1);

	private static final Duration WEEK = Duration.ofDays(7);

	private final FiguresStore store;

	private final SignStore signs;

	private final SignRules rules;

	private final Agencies agencies;

	private final Clock clock;

	QualityFigures(FiguresStore store, SignStore signs, SignRules rules, Agencies agencies, Clock clock) {
		this.store = store;
		this.signs = signs;
		this.rules = rules;
		this.agencies = agencies;
		this.clock = clock;
	}

	/** Whose figures an actor sees with those under it; {@code null} for all. */
	static @Nullable AgencyId root(Actor actor) {
		if (actor.may(Permission.SYSTEM_APPROVE)) {
			return null;
		}
		if (actor.agency() == null) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return actor.agency();
	}

	/** In the order of codes. */
	Slice<AgencyFigures> list(Actor actor, boolean attention, Limit limit, @Nullable String after) {
		Cursor cursor = Cursor.decode(after, 1);
		List<Row> rows = store.agencies(root(actor), null, attention, cursor == null ? "" : cursor.keys().getFirst(), limit.value() + 1);
		Slice<Row> slice = Slice.of(rows, limit.value(), last -> Cursor.of(last.agency()));
		return new Slice<>(figures(slice.items()), slice.next());
	}

	AgencyFigures get(Actor actor, String agency) {
		return figures(store.agencies(root(actor), agency, false, "", 1)).stream().findFirst().orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

	/** Days in codes that count: after the first, up to the last. */
	LocalDate until() {
		return LocalDate.now(clock.withZone(Page.ZONE));
	}

	LocalDate from() {
		return until().minusDays(rules.periodDays());
	}

	/** Newest day first. */
	Slice<SignLine> lines(Actor actor, String agency, Sign sign, Limit limit, @Nullable String after) {
		get(actor, agency);
		Cursor cursor = Cursor.decode(after, 2);
		try {
			LocalDate day = cursor == null ? until().plusDays(1) : LocalDate.parse(cursor.keys().get(0));
			return Slice.of(signs.lines(agency, sign, from(), until(), day, cursor == null ? "" : cursor.keys().get(1), limit.value() + 1), limit.value(),
					last -> Cursor.of(last.day(), last.code().value()));
		}
		catch (DateTimeException notOurs) {
			throw badPlace();
		}
	}

	/** Lines of the last 7 days that came latest: ten of each hour are kept. */
	Slice<LateLine> slowest(Actor actor, String agency, Limit limit, @Nullable String after) {
		get(actor, agency);
		Cursor cursor = Cursor.decode(after, 4);
		LateLine place = null;
		try {
			if (cursor != null) {
				place = new LateLine(new DossierCode(cursor.keys().get(0)), Integer.parseInt(cursor.keys().get(1)), Instant.parse(cursor.keys().get(2)),
						Instant.parse(cursor.keys().get(3)));
			}
		}
		catch (DateTimeException | IllegalArgumentException notOurs) {
			throw badPlace();
		}
		return Slice.of(store.slowest(agency, since(WEEK), place, limit.value() + 1), limit.value(),
				last -> Cursor.of(last.code().value(), last.line(), last.at(), last.recordedAt()));
	}

	private List<AgencyFigures> figures(List<Row> rows) {
		List<String> codes = rows.stream().map(Row::agency).toList();
		Map<String, Lags> lags = store.lags(codes, since(DAY), since(WEEK));
		Map<String, Map<String, SignCount>> counts = store.signs(codes, from(), until());
		return rows.stream().map(row -> {
			Lags lag = lags.getOrDefault(row.agency(), new Lags(Map.of(), Map.of()));
			return new AgencyFigures(row.agency(), agencies.get(row.agencyId(), until()).fullName(), row.lastRecordedAt(), Lag.of(lag.day()), Lag.of(lag.week()),
					row.silentSince(), score(counts.getOrDefault(row.agency(), Map.of()), row.differences()));
		}).toList();
	}

	private Score score(Map<String, SignCount> counts, long differences) {
		Map<Sign, SignCount> signs = new EnumMap<>(Sign.class);
		counts.forEach((key, count) -> Sign.find(key).ifPresent(sign -> signs.put(sign, count)));
		return Score.of(rules, signs, counts.getOrDefault(SignStore.ALL, new SignCount(0, 0)).concerned(), differences);
	}

	/** Whole hours: the one that a span begins in counts. */
	private Instant since(Duration span) {
		return clock.instant().minus(span).truncatedTo(ChronoUnit.HOURS);
	}

	private static ProblemException badPlace() {
		return new ProblemException(CommonProblem.FIELDS, List.of(FieldProblem.of("/after", "common.cursor")));
	}

}
