package vn.motcua.sandbox.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import vn.motcua.sdk.Channel;

/**
 * The dossiers of an agency, day by day. What comes on a day follows from the seed, the agency's place and the day alone, so any day
 * can be made again by itself.
 */
public final class Year {

	private static final int OFFICERS = 8;

	private static final int SECONDS_OPEN = 9 * 3_600;

	private static final Map<Integer, Double> WEIGHTS = new ConcurrentHashMap<>();

	private final long seed;

	private final AgencyPlan plan;

	private final String[] officers;

	/** @param seed the same seed gives the same year */
	public Year(long seed, AgencyPlan plan) {
		this.seed = seed;
		this.plan = plan;
		Random random = random(0, 1);
		this.officers = IntStream.range(0, OFFICERS).mapToObj(_ -> Person.officer(random)).toArray(String[]::new);
	}

	/** The dossiers whose codes carry a day, as the agency has them. */
	public List<VendorDossier> day(LocalDate day) {
		List<VendorDossier> dossiers = honest(day);
		Random bending = random(day.toEpochDay(), 3);
		for (Habit habit : Habit.values()) {
			if (plan.habits().contains(habit)) {
				dossiers = habit.bend(dossiers, bending);
			}
		}
		Random typing = random(day.toEpochDay(), 4);
		return dossiers.stream()
			.map(dossier -> typing.nextDouble() * 100 < plan.mistakePercent() ? dossier.mistaken(Mistake.values()[typing.nextInt(Mistake.values().length)]) : dossier).toList();
	}

	private List<VendorDossier> honest(LocalDate day) {
		Random random = random(day.toEpochDay(), 2);
		int count = count(day, random);
		Instant opened = day.atTime(WorkingTime.OPEN).atZone(WorkingTime.ZONE).toInstant();
		List<Integer> seconds = random.ints(count, 0, SECONDS_OPEN).sorted().boxed().toList();
		int number = 0;
		List<VendorDossier> dossiers = new ArrayList<>(count);
		for (int second : seconds) {
			number += random.nextInt(10) < 6 ? 1 : 1 + random.nextInt(4);
			int block = random.nextInt(4) == 0 ? 4 * count : 0;
			dossiers.add(dossier(random, day, number + block, opened.plusSeconds(second)));
		}
		return dossiers;
	}

	/** By the season, and by chance a fifth more or less. */
	private int count(LocalDate day, Random random) {
		double usual = WEIGHTS.computeIfAbsent(day.getYear(), year -> LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).mapToDouble(Season::usual).sum());
		double expected = plan.dossiersAYear() * Season.weight(day) / usual * (0.8 + 0.4 * random.nextDouble());
		return (int) (expected + random.nextDouble());
	}

	private VendorDossier dossier(Random random, LocalDate day, int number, Instant received) {
		Procedure procedure = Procedure.pick(random, day.getMonthValue());
		int way = random.nextInt(100);
		Channel channel = way < 68 ? Channel.DESK : way < 94 ? Channel.ONLINE : Channel.POST;
		Person applicant = random.nextInt(100) < procedure.enterprises() ? Person.enterprise(random)
				: random.nextInt(10) == 0 ? Person.agent(random(day.toEpochDay(), 5), random) : Person.citizen(random);
		List<Step> steps = Course.of(random, procedure, officers, plan.latePercent(), channel, received);
		return new VendorDossier(plan.code(), day, number, procedure, applicant, channel, random.nextInt(10) < 8, entered(steps), null);
	}

	/** On one day of twenty the line to the centre is down, and what happened goes out two days later; nothing is entered before what came before it. */
	private List<Step> entered(List<Step> steps) {
		List<Step> entered = new ArrayList<>(steps.size());
		Instant last = Instant.MIN;
		for (Step step : steps) {
			boolean outage = random(step.at().atZone(WorkingTime.ZONE).toLocalDate().toEpochDay(), 6).nextInt(20) == 0;
			Instant at = outage ? step.enteredAt().plus(Duration.ofHours(48)) : step.enteredAt();
			last = at.isBefore(last) ? last : at;
			entered.add(step.enteredAt(last));
		}
		return entered;
	}

	/** Splittable by what it is for, so that one thing more by chance changes nothing else. */
	private Random random(long day, int what) {
		long mixed = seed * 0x9E3779B97F4A7C15L + plan.place() * 0xBF58476D1CE4E5B9L + day * 0x94D049BB133111EBL + what * 0xD6E8FEB86659FD93L;
		mixed ^= mixed >>> 32;
		return new Random(mixed * 0xD6E8FEB86659FD93L);
	}

}
