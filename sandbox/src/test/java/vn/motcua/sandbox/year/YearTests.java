package vn.motcua.sandbox.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Status;

/** The year that is made is the same each time, and one that a desk could have had. */
class YearTests {

	private static final LocalDate FROM = LocalDate.of(2019, 8, 1);

	private static final LocalDate TO = LocalDate.of(2020, 7, 31);

	private static final AgencyPlan PLAN = AgencyPlan.honest("H26", 0, 6_000);

	private static final List<VendorDossier> YEAR = year(7, PLAN);

	private static List<VendorDossier> year(long seed, AgencyPlan plan) {
		Year year = new Year(seed, plan);
		return FROM.datesUntil(TO.plusDays(1)).flatMap(day -> year.day(day).stream()).toList();
	}

	@Test
	void theSameSeedGivesTheSameYearAndAnotherOneAnother() {
		assertThat(year(7, PLAN)).isEqualTo(YEAR);
		assertThat(year(8, PLAN)).isNotEqualTo(YEAR);
		assertThat(new Year(7, PLAN).day(LocalDate.of(2020, 3, 2))).as("a day by itself")
			.isEqualTo(YEAR.stream().filter(dossier -> dossier.day().equals(LocalDate.of(2020, 3, 2))).toList());
		assertThat(year(7, AgencyPlan.honest("H08", 0, 6_000)).stream().map(VendorDossier::steps)).as("the code decides nothing")
			.isEqualTo(YEAR.stream().map(VendorDossier::steps).toList());
		assertThat(year(7, AgencyPlan.honest("H08", 1, 6_000)).stream().map(VendorDossier::steps)).isNotEqualTo(YEAR.stream().map(VendorDossier::steps).toList());
	}

	@Test
	void itHasAsManyDossiersAsWasAskedAndEachCodeOnce() {
		assertThat(YEAR.size()).isBetween(5_200, 6_300);
		assertThat(YEAR.stream().map(VendorDossier::code)).doesNotHaveDuplicates().allMatch(code -> code.matches("H26-\\d{6}-\\d{4}"));
	}

	@Test
	void volumesFollowFieldSeasonAndWeekday() {
		assertThat(share(dossier -> dossier.procedure().field().startsWith("G15"))).as("civil status and certification").isCloseTo(0.53, within(0.06));
		assertThat(share(dossier -> dossier.procedure().field().equals("G13-DD"))).as("land").isCloseTo(0.12, within(0.03));
		assertThat(share(dossier -> dossier.channel() == Channel.ONLINE)).isCloseTo(0.26, within(0.03));
		assertThat(share(dossier -> dossier.channel() == Channel.POST)).isCloseTo(0.06, within(0.02));
		assertThat(onDays(LocalDate.of(2020, 1, 24), LocalDate.of(2020, 1, 30))).as("Tết").isZero();
		assertThat(onDays(LocalDate.of(2020, 4, 1), LocalDate.of(2020, 4, 22))).as("people stay at home").isLessThan(onDays(LocalDate.of(2020, 6, 1), LocalDate.of(2020, 6, 22)) / 2);
		assertThat(onDays(LocalDate.of(2019, 9, 3), LocalDate.of(2019, 9, 30))).as("September").isGreaterThan(onDays(LocalDate.of(2020, 2, 11), LocalDate.of(2020, 3, 9)));
		assertThat(weekday(DayOfWeek.MONDAY)).isGreaterThan(weekday(DayOfWeek.FRIDAY));
		assertThat(weekday(DayOfWeek.SATURDAY)).isLessThan(weekday(DayOfWeek.FRIDAY) / 5);
		assertThat(weekday(DayOfWeek.SUNDAY)).isZero();
	}

	@Test
	void someAreLateSomeWaitAndSomeComeToNothing() {
		List<VendorDossier> done = YEAR.stream().filter(dossier -> dossier.first(Status.COMPLETED) != null).toList();
		double late = done.stream().filter(YearTests::late).count() / (double) done.size();
		assertThat(late).isCloseTo(0.04, within(0.01));
		List<VendorDossier> lazy = year(7, new AgencyPlan("H26", 0, 6_000, 30, 0, Set.of()));
		assertThat(lazy.stream().filter(dossier -> dossier.first(Status.COMPLETED) != null).filter(YearTests::late).count() / (double) done.size()).isCloseTo(0.3, within(0.03));
		assertThat(share(dossier -> dossier.first(Status.REFUSED) != null)).isCloseTo(0.02, within(0.01));
		assertThat(share(dossier -> dossier.first(Status.SUPPLEMENT_REQUESTED) != null)).isBetween(0.06, 0.12);
		assertThat(share(dossier -> dossier.first(Status.PAYMENT_REQUESTED) != null)).isBetween(0.005, 0.05);
		assertThat(share(dossier -> dossier.first(Status.WITHDRAWN) != null)).isCloseTo(0.01, within(0.006));
		assertThat(share(dossier -> dossier.steps().stream().anyMatch(step -> step.paidVnd() > 0))).isBetween(0.4, 0.8);
	}

	private static boolean late(VendorDossier dossier) {
		Instant due = dossier.steps().stream().filter(step -> step.dueAt() != null).map(Step::dueAt).reduce((_, last) -> last).orElseThrow();
		return java.util.Objects.requireNonNull(dossier.first(Status.COMPLETED)).at().isAfter(due);
	}

	@Test
	void nothingIsEnteredBeforeItHappensOrBeforeWhatCameBeforeIt() {
		assertThat(YEAR).allSatisfy(dossier -> {
			assertThat(dossier.steps()).allMatch(step -> step.enteredAt().isAfter(step.at()));
			assertThat(dossier.steps()).isSortedAccordingTo(Comparator.comparing(Step::enteredAt));
			assertThat(new HashSet<>(dossier.steps().stream().map(Step::at).toList())).as(dossier.code()).hasSameSizeAs(dossier.steps());
		});
	}

	@ParameterizedTest
	@EnumSource
	void aHabitChangesTheYearAndIsTheSameEachTime(Habit habit) {
		List<VendorDossier> bent = year(7, PLAN.with(habit));
		assertThat(bent).isNotEqualTo(YEAR).hasSameSizeAs(YEAR).isEqualTo(year(7, PLAN.with(habit)));
		assertThat(bent.stream().map(VendorDossier::code)).doesNotHaveDuplicates();
		assertThat(Habit.find(habit.sign())).contains(habit);
	}

	@Test
	void mistakesAreAsManyAsAsked() {
		Map<Mistake, Long> mistakes = year(7, new AgencyPlan("H26", 0, 6_000, 4, 6, Set.of())).stream().flatMap(dossier -> Stream.ofNullable(dossier.mistake()))
			.collect(Collectors.groupingBy(mistake -> mistake, Collectors.counting()));
		assertThat(mistakes).containsOnlyKeys(Mistake.values()).allSatisfy((_, count) -> assertThat(count).isBetween(80L, 160L));
	}

	private static double share(Predicate<VendorDossier> of) {
		return YEAR.stream().filter(of).count() / (double) YEAR.size();
	}

	private static long onDays(LocalDate from, LocalDate to) {
		return YEAR.stream().filter(dossier -> !dossier.day().isBefore(from) && !dossier.day().isAfter(to)).count();
	}

	private static long weekday(DayOfWeek day) {
		return YEAR.stream().filter(dossier -> dossier.day().getDayOfWeek() == day).count();
	}

}
