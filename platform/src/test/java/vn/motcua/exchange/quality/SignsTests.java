package vn.motcua.exchange.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.sandbox.year.AgencyPlan;
import vn.motcua.sandbox.year.Habit;

/** Honest senders give no finding; each dishonest habit of today's clients gives its own. */
class SignsTests {

	private static final SignRules RULES = SignRules.packaged();

	private static final Set<String> PROVINCES = Agencies.packaged().all(Agency.Level.PROVINCE, LocalDate.of(2020, 8, 19)).stream().map(Agency::code).collect(Collectors.toSet());

	private static final LocalDate FIRST = LocalDate.of(2020, 8, 3);

	private static final int DAYS = 22;

	private static final int WORKING_DAYS = 250;

	private static final int HONEST_SENDERS = 150;

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
			Score score = score(seed, size, FIRST);
			int sender = seed;
			score.parts().stream().filter(Score.Part::found).forEach(part -> findings.add(sender + " " + part.rule().sign() + " " + part.count()));
		}
		assertThat(findings).isEmpty();
	}

	/** Through Tết, the weeks in which people stayed at home, and the rush of September. */
	@Test
	void anHonestYearGivesNoFindingInAnyMonth() {
		for (LocalDate month = FIRST.minusYears(1); month.isBefore(FIRST.plusMonths(2)); month = month.plusDays(DAYS)) {
			LocalDate from = month;
			assertThat(score(7, 45, from).parts()).allSatisfy(part -> assertThat(part.found()).as("%s from %s: %s", part.rule().sign(), from, part.count()).isFalse());
		}
	}

	@ParameterizedTest
	@EnumSource
	void aDishonestHabitGivesItsOwnFinding(Sign sign) {
		for (int seed = 0; seed < 10; seed++) {
			Score score = score(seed, 45, FIRST, Habit.find(sign.key()).orElseThrow());
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
		DaySigns signs = new DaySigns(RULES, PROVINCES);
		new VendorYear(1, plan(50, Habit.NUMBER_REPEATED)).day(FIRST).forEach(signs::look);
		DayFindings findings = signs.close();
		assertThat(findings.lines().get(Sign.NUMBER_REPEATED)).isNotEmpty()
			.allSatisfy(line -> assertThat(line.words().get("number")).contains("••••••").hasSize(12));
	}

	private static Score score(long seed, int dossiersADay, LocalDate from, Habit... habits) {
		VendorYear year = new VendorYear(seed, plan(dossiersADay, habits));
		Map<Sign, SignCount> counts = new EnumMap<>(Sign.class);
		long dossiers = 0;
		for (int day = 0; day < DAYS; day++) {
			DaySigns signs = new DaySigns(RULES, PROVINCES);
			year.day(from.plusDays(day)).stream().sorted(Comparator.comparing(each -> each.code().value())).forEach(signs::look);
			DayFindings findings = signs.close();
			dossiers += findings.dossiers();
			findings.counts().forEach((sign, count) -> counts.merge(sign, count, (one, other) -> new SignCount(one.concerned() + other.concerned(), one.hits() + other.hits())));
		}
		return Score.of(RULES, counts, dossiers, 0);
	}

	private static AgencyPlan plan(int dossiersADay, Habit... habits) {
		return AgencyPlan.honest("H26", 0, dossiersADay * WORKING_DAYS).with(habits);
	}

}
