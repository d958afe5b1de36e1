package vn.motcua.exchange.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.exchange.StandIn;
import vn.motcua.kernel.Actor;
import vn.motcua.sandbox.Sandbox;
import vn.motcua.sandbox.Way;
import vn.motcua.sandbox.year.AgencyPlan;
import vn.motcua.sandbox.year.Habit;
import vn.motcua.sandbox.year.Season;
import vn.motcua.identity.Accounts;
import vn.motcua.site.Page;

/** What the sandbox's agencies did wrong is found from the ledger, and nothing of the agency that did nothing wrong. */
@MotCuaTest
class SandboxSignsTests {

	private static final LocalDate TODAY = LocalDate.now(Page.ZONE);

	private static final LocalDate FROM = TODAY.minusDays(29);

	private static final String HONEST = "H26.10180";

	private static final Habit[] OF_SYSTEMS = { Habit.NUMBER_PROVINCE, Habit.NUMBER_BIRTH, Habit.NUMBER_REPEATED, Habit.NUMBER_SHARED, Habit.CODE_GAPS, Habit.NEVER_PAUSED,
			Habit.ALWAYS_DIGITISED };

	private static final Habit[] OF_OFFICERS = { Habit.CODE_ORDER, Habit.ONE_SECOND, Habit.RECEIVED_AFTER_DUE, Habit.DONE_AND_GOING_ON };

	private static final Habit[] OF_LEADERS = { Habit.TOGETHER, Habit.STEPS_SKIPPED, Habit.DUE_MOVED };

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@Autowired
	private BeanFactory program;

	@Autowired
	private QualityFigures figures;

	@Autowired
	private Accounts accounts;

	@Test
	void eachHabitIsFoundFromTheLedgerAndAnHonestAgencyHasNone() throws Exception {
		int usual = aYear(800);
		try (Sandbox sandbox = new Sandbox(StandIn.settings(port, folder, Way.SYNC, FROM, TODAY, AgencyPlan.honest(HONEST, 0, aYear(500)),
				AgencyPlan.honest("H26.10183", 1, aYear(1_300)).with(OF_SYSTEMS), AgencyPlan.honest("H26.10210", 2, usual).with(OF_OFFICERS),
				AgencyPlan.honest("H26.10231", 3, aYear(500)).with(OF_LEADERS)))) {
			StandIn.settle(sandbox);
			assertThat(sandbox.compare().equal()).isTrue();
		}
		SentLines.count(program);
		assertThat(found(HONEST)).isEmpty();
		assertThat(found("H26.10183")).containsAll(signs(OF_SYSTEMS));
		assertThat(found("H26.10210")).containsAll(signs(OF_OFFICERS));
		assertThat(found("H26.10231")).containsAll(signs(OF_LEADERS));
	}

	/** As many as give so many dossiers in these weeks, whatever holidays are in them. */
	private static int aYear(int dossiers) {
		double weeks = FROM.datesUntil(TODAY).mapToDouble(Season::weight).sum();
		double year = LocalDate.of(2019, 1, 1).datesUntil(LocalDate.of(2020, 1, 1)).mapToDouble(Season::weight).sum();
		return (int) (dossiers * year / weeks);
	}

	/** Without what is true of everybody here: weeks that are loaded in one go were indeed told late. */
	private Set<Sign> found(String agency) {
		Actor centre = accounts.actor(accounts.findByLogin("quantri").orElseThrow().id());
		Set<Sign> found = figures.get(centre, agency).score().parts().stream().filter(Score.Part::found).map(part -> part.rule().sign())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Sign.class)));
		found.remove(Sign.RECEIVED_LATE);
		return found;
	}

	private static Set<Sign> signs(Habit... habits) {
		return Arrays.stream(habits).map(habit -> Sign.find(habit.sign()).orElseThrow()).collect(Collectors.toSet());
	}

}
