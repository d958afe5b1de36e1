package vn.motcua.dossier.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;

class DossierCodesTests {

	private static final LocalDate DAY = LocalDate.of(2020, 8, 19);

	private static final Agency AGENCY = new Agency(new AgencyId(7), Agency.Level.DEPARTMENT, "so-tu-phap", "000.00.14.H26", "000.00.14.H26",
			LocalizedText.same("Sở Tư pháp"), LocalizedText.same("Sở Tư pháp Hà Nội"), null, LocalDate.of(2010, 1, 1), null);

	@Test
	void givesTheFirstNumberInTheFormOfTheRule() {
		try (LedgerDatabase database = new LedgerDatabase()) {
			CodeCounters counters = database.counters();
			assertThat(new DossierCodes(counters, Clock.systemUTC()).next(AGENCY, DAY)).isEqualTo(new DossierCode("000.00.14.H26-200819-0001"));
			counters.close();
		}
	}

	@Test
	void neverGivesACodeTwiceUnderConcurrencyAndRestart() throws Exception {
		Set<DossierCode> given = ConcurrentHashMap.newKeySet();
		try (LedgerDatabase database = new LedgerDatabase()) {
			CodeCounters counters = database.counters();
			DossierCodes one = new DossierCodes(counters, Clock.systemUTC());
			DossierCodes other = new DossierCodes(counters, Clock.systemUTC());
			try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
				for (int i = 0; i < 8000; i++) {
					DossierCodes node = i % 2 == 0 ? one : other;
					threads.submit(() -> assertThat(given.add(node.next(AGENCY, DAY))).isTrue());
				}
			}
			assertThat(given).hasSize(8000);
			assertThat(given).doesNotContain(new DossierCodes(counters, Clock.systemUTC()).next(AGENCY, DAY));
			counters.close();
		}
	}

}
