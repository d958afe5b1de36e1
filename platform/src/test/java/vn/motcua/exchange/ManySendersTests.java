package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.dossier.LedgerDigests;
import vn.motcua.exchange.Participant.Contact;
import vn.motcua.exchange.Participant.Profile;
import vn.motcua.exchange.Participant.Quota;
import vn.motcua.exchange.participant.Registrations;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.load.Senders;
import vn.motcua.sdk.DigestTree;
import vn.motcua.site.Page;

/** A hundred systems send at once: at a trickle, cut off in the middle, everything twice, out of order and late. What comes out is exactly what they hold. */
@MotCuaTest
@ExtendWith(OutputCaptureExtension.class)
class ManySendersTests {

	private static final int SENDERS = 100;

	/** Nobody else's: whoever compares a day must know everything that is in it. */
	private static final LocalDate DAY = LocalDate.now(Page.ZONE).minusDays(233);

	@LocalServerPort
	private int port;

	@Autowired
	private Registrations registrations;

	@Autowired
	private Accounts accounts;

	@Autowired
	private LedgerDigests digests;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void aHundredSendersAtOnceLeaveExactlyWhatTheyHold(CapturedOutput said) throws Exception {
		Senders senders = new Senders(URI.create("http://127.0.0.1:" + port), "H26", DAY, 20_261_125);
		Senders.Report report = senders.run(tokens(), SENDERS, 2, 4);
		assertThat(report.wrong()).isEmpty();
		assertThat(report.answers()).as("each line was answered twice").isEqualTo(2 * report.lines());
		assertThat(report.cuts()).isEqualTo(SENDERS / 5 * 2);

		assertThat(said).as("a sender that goes away is nobody's fault here").doesNotContain("ProblemController");

		DigestTree expected = senders.expected();
		LedgerDigests.Part held = digests.day("H26", DAY).whole();
		assertThat(held).isEqualTo(new LedgerDigests.Part(expected.day().dossiers(), expected.day().lines(), expected.day().digest()));
		Map<String, Integer> statuses = new HashMap<>();
		jdbc.query("select code, status from dossier.dossier where received_on = ? and code like 'H26-%'", row -> {
			statuses.put(row.getString("code"), row.getInt("status"));
		}, DAY);
		assertThat(statuses).isEqualTo(senders.statuses());
		assertThat(jdbc.queryForObject("select count(*) from dossier.event where received_on = ? and code like 'H26-%' and detail -> 'sync' is not null", Long.class, DAY))
			.isEqualTo(report.lines());
	}

	/** Each of the hundred a system of its own, registered by its agency and approved by the centre. */
	private List<String> tokens() {
		Actor agency = accounts.actor(accounts.findByLogin("quantri.hanoi").orElseThrow().id());
		Actor centre = accounts.actor(accounts.findByLogin("quantri").orElseThrow().id());
		List<String> tokens = new ArrayList<>();
		for (int i = 0; i < SENDERS; i++) {
			String client = "zz-mot-cua-" + i;
			Profile profile = new Profile("Một cửa " + i, new Contact("Lê Văn Ba", "ba@hanoi.gov.vn", "0243 825 3536"), "Đồng bộ hồ sơ", "Quyết định 31/2021/QĐ-TTg", Set.of(), Set.of(),
					false, false, 10_000);
			var id = registrations.register(agency, client, agency.agency(), profile);
			registrations.approve(centre, id, new Quota(10_000, 6_000), false);
			tokens.add(AgencySystem.token(port, client, registrations.addKey(agency, id)).orElseThrow());
		}
		return tokens;
	}

}
