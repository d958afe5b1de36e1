package vn.motcua.exchange.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedHistory;
import vn.motcua.dossier.SyncedHistory.Step;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;

/** Honest senders give no finding; each dishonest habit of today's clients gives its own. */
class SignsTests {

	private static final SignRules RULES = SignRules.packaged();

	private static final Set<String> PROVINCES = Agencies.packaged().all(Agency.Level.PROVINCE, LocalDate.of(2020, 8, 19)).stream().map(Agency::code).collect(Collectors.toSet());

	private static final LocalDate FIRST = LocalDate.of(2020, 8, 3);

	private static final int DAYS = 22;

	private static final int HONEST_SENDERS = 150;

	private static final Set<DossierStatus> PAUSES = EnumSet.of(DossierStatus.SUPPLEMENT_REQUESTED, DossierStatus.PAYMENT_REQUESTED, DossierStatus.STOPPED);

	@Test
	void everySignHasItsRule() {
		assertThat(RULES.signs()).containsOnlyKeys(Sign.values());
		assertThat(PROVINCES).hasSize(63).contains("01", "96");
	}

	@Test
	void honestSendersGiveNoFinding() {
		List<String> findings = new ArrayList<>();
		for (int seed = 0; seed < HONEST_SENDERS; seed++) {
			int size = new int[] { 3, 12, 45, 120 }[seed % 4];
			Score score = score(seed, size, 0, null);
			int sender = seed;
			score.parts().stream().filter(Score.Part::found).forEach(part -> findings.add(sender + " " + part.rule().sign() + " " + part.count()));
		}
		assertThat(findings).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aDishonestHabitGivesItsOwnFinding(Sign sign) {
		for (int seed = 0; seed < 10; seed++) {
			Score score = score(seed, 45, 60, sign);
			Score.Part part = score.parts().stream().filter(each -> each.rule().sign() == sign).findFirst().orElseThrow();
			assertThat(part.found()).as("%s of sender %d: %s", sign, seed, part.count()).isTrue();
			assertThat(score.value()).isNotNull().isLessThan(100);
		}
	}

	@Test
	void anAgencyThatDoesAllOfItHasNoPointsLeft() {
		Map<Sign, SignCount> all = new EnumMap<>(Sign.class);
		for (Sign sign : Sign.values()) {
			all.put(sign, new SignCount(1_000, 1_000));
		}
		assertThat(Score.of(RULES, all, 1_000, 0).value()).isZero();
		assertThat(Score.of(RULES, Map.of(), 1_000, 2).value()).isEqualTo(100 - 2 * RULES.differencePoints());
		assertThat(Score.of(RULES, Map.of(), RULES.leastDossiers() - 1, 0).value()).isNull();
	}

	@Test
	void linesBehindASignNameNobody() {
		SyntheticSender sender = new SyntheticSender(1);
		DaySigns signs = new DaySigns(RULES, PROVINCES);
		sender.bent(sender.day(FIRST, 50), 100, habit(Sign.NUMBER_REPEATED, sender)).forEach(signs::look);
		DayFindings findings = signs.close();
		assertThat(findings.lines().get(Sign.NUMBER_REPEATED)).isNotEmpty()
			.allSatisfy(line -> assertThat(line.words().get("number")).contains("••••••").hasSize(12));
	}

	private static Score score(long seed, int dossiersADay, int percent, @Nullable Sign habit) {
		SyntheticSender sender = new SyntheticSender(seed);
		Map<Sign, SignCount> counts = new EnumMap<>(Sign.class);
		long dossiers = 0;
		for (int day = 0; day < DAYS; day++) {
			DaySigns signs = new DaySigns(RULES, PROVINCES);
			List<SyncedHistory> sent = sender.day(FIRST.plusDays(day), dossiersADay);
			if (habit != null) {
				boolean always = EnumSet.of(Sign.CODE_GAPS, Sign.CODE_ORDER, Sign.NEVER_PAUSED, Sign.ALWAYS_DIGITISED).contains(habit);
				sent = distinct(sender.bent(sent, always ? 100 : percent, habit(habit, sender)));
			}
			sent.stream().sorted(Comparator.comparing(each -> each.code().value())).forEach(signs::look);
			DayFindings findings = signs.close();
			dossiers += findings.dossiers();
			findings.counts().forEach((sign, count) -> counts.merge(sign, count, (one, other) -> new SignCount(one.concerned() + other.concerned(), one.hits() + other.hits())));
		}
		return Score.of(RULES, counts, dossiers, 0);
	}

	private static List<SyncedHistory> distinct(List<SyncedHistory> dossiers) {
		Set<DossierCode> seen = new HashSet<>();
		return dossiers.stream().filter(each -> seen.add(each.code())).toList();
	}

	private static UnaryOperator<SyncedHistory> habit(Sign sign, SyntheticSender sender) {
		return switch (sign) {
			case NUMBER_PROVINCE -> dossier -> numbered(dossier, "099190" + six(sender));
			case NUMBER_BIRTH -> dossier -> numbered(dossier, "001495" + six(sender));
			case NUMBER_REPEATED -> dossier -> numbered(dossier, "001090111111");
			case NUMBER_SHARED -> dossier -> numbered(dossier, "001090748213");
			case CODE_GAPS -> dossier -> coded(dossier, 1 + sender.random().nextInt(999_999));
			case CODE_ORDER -> dossier -> coded(dossier, 1 + sender.random().nextInt(400));
			case ONE_SECOND -> dossier -> stepped(dossier, step -> at(step, dossier.steps().getLast().at()));
			case TOGETHER -> dossier -> stepped(dossier, step -> step.status() == DossierStatus.COMPLETED ? at(step, evening(dossier)) : step);
			case STEPS_SKIPPED -> dossier -> stepped(dossier, step -> step.status() == DossierStatus.PROCESSING || step.status() == DossierStatus.ACCEPTED ? null : step);
			case DONE_AND_GOING_ON -> dossier -> resumed(dossier);
			case NEVER_PAUSED -> dossier -> stepped(dossier, step -> PAUSES.contains(step.status()) || step.status() == DossierStatus.REFUSED || step.status() == DossierStatus.WITHDRAWN
					? is(step, DossierStatus.COMPLETED) : step);
			case RECEIVED_LATE -> dossier -> stepped(dossier, step -> recorded(step, dossier.steps().getFirst().at().plus(Duration.ofDays(9))));
			case RECEIVED_AFTER_DUE -> dossier -> stepped(dossier, step -> step.status() == DossierStatus.ACCEPTED ? due(step, step.at().minusSeconds(7_200), null) : step);
			case ALWAYS_DIGITISED -> dossier -> stepped(dossier, step -> new Step(step.line(), step.status(), step.at(), step.recordedAt(), step.dueAt(), step.dueBefore(),
					JsonMapper.shared().createObjectNode().put("HoSoCoThanhPhanSoHoa", 1)));
			case DUE_MOVED -> dossier -> stepped(dossier, step -> step.status() == DossierStatus.COMPLETED ? due(step, step.at().plusSeconds(60), step.at().minusSeconds(86_400)) : step);
		};
	}

	private static String six(SyntheticSender sender) {
		return String.format("%06d", 100_000 + sender.random().nextInt(800_000));
	}

	private static SyncedHistory numbered(SyncedHistory dossier, String number) {
		return new SyncedHistory(dossier.code(), dossier.applicantName(), number, dossier.channel(), dossier.steps());
	}

	private static SyncedHistory coded(SyncedHistory dossier, int number) {
		return new SyncedHistory(DossierCode.of("H26", dossier.code().receivedOn(), number), dossier.applicantName(), dossier.subject(), dossier.channel(), dossier.steps());
	}

	/** At the desk, so that papers count; steps that become {@code null} are not sent. */
	private static SyncedHistory stepped(SyncedHistory dossier, Function<Step, @Nullable Step> change) {
		List<Step> steps = dossier.steps().stream().map(change).filter(Objects::nonNull).toList();
		return new SyncedHistory(dossier.code(), dossier.applicantName(), dossier.subject(), Channel.DESK, steps.isEmpty() ? dossier.steps() : steps);
	}

	/** The state 5 in the middle of the work is sent as 9. */
	private static SyncedHistory resumed(SyncedHistory dossier) {
		List<Step> steps = new ArrayList<>(dossier.steps());
		IntStream.range(0, steps.size()).filter(i -> steps.get(i).status() == DossierStatus.PROCESSING).findFirst().ifPresent(i -> {
			Step work = steps.get(i);
			steps.add(i, is(at(work, work.at().minusSeconds(60)), DossierStatus.COMPLETED));
		});
		return new SyncedHistory(dossier.code(), dossier.applicantName(), dossier.subject(), dossier.channel(), steps);
	}

	private static Instant evening(SyncedHistory dossier) {
		return dossier.code().receivedOn().plusDays(8).atTime(22, 0).atZone(vn.motcua.site.Page.ZONE).toInstant();
	}

	private static Step at(Step step, Instant at) {
		return new Step(step.line(), step.status(), at, step.recordedAt(), step.dueAt(), step.dueBefore(), step.more());
	}

	private static Step is(Step step, DossierStatus status) {
		return new Step(step.line(), status, step.at(), step.recordedAt(), step.dueAt(), step.dueBefore(), step.more());
	}

	private static Step recorded(Step step, Instant at) {
		return new Step(step.line(), step.status(), step.at(), at, step.dueAt(), step.dueBefore(), step.more());
	}

	private static Step due(Step step, @Nullable Instant due, @Nullable Instant before) {
		return new Step(step.line(), step.status(), step.at(), step.recordedAt(), due, before, step.more());
	}

}
