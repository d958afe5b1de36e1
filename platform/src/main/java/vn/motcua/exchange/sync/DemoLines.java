package vn.motcua.exchange.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participants;
import vn.motcua.exchange.SyncCalls;
import vn.motcua.identity.SystemPrograms;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.Sha256;
import vn.motcua.kernel.access.Permission;
import vn.motcua.site.Page;

/**
 * What Hà Nội's own system of the demonstration sends once, in the background of the first start, the way every system does: dossiers of a department as they went, and
 * dossiers of another whose clerk has the habits that {@link vn.motcua.exchange.quality.Sign} looks for. Days under the city's own code are left to whoever tries the
 * interface: both sides of a day hold the same only where nobody else sends.
 */
@Component
@ConditionalOnBooleanProperty({ "motcua.demo", "motcua.work" })
class DemoLines {

	private static final Logger LOG = LoggerFactory.getLogger(DemoLines.class);

	private static final String SYSTEM = "hanoi-demo";

	private static final int DOSSIERS = 40;

	private static final int HOURS_BACK = 70;

	private static final LocalTime OPENS = LocalTime.of(7, 30);

	private static final LocalTime CLOSES = LocalTime.of(17, 0);

	private final Intake intake;

	private final SyncCalls calls;

	private final Participants participants;

	private final Agencies agencies;

	private final Clock clock;

	DemoLines(Intake intake, SyncCalls calls, Participants participants, Agencies agencies, Clock clock) {
		this.intake = intake;
		this.calls = calls;
		this.participants = participants;
		this.agencies = agencies;
		this.clock = clock;
	}

	@EventListener
	void send(ApplicationReadyEvent ready) {
		Thread.ofVirtual().name("demo-lines").start(this::sendOnce);
	}

	void sendOnce() {
		Optional<Participant> hanoi = participants.find(SystemPrograms.account(SYSTEM));
		LocalDate today = LocalDate.now(clock.withZone(Page.ZONE));
		if (hanoi.isEmpty()) {
			return;
		}
		Actor sender = new Actor(Actor.Kind.AGENCY_SYSTEM, hanoi.get().id(), hanoi.get().name(), null, hanoi.get().agency(), Set.of(Permission.SYNC));
		Optional<String> honest = agencies.department(hanoi.get().agency(), "so-xay-dung", today).map(Agency::exchangeCode);
		Optional<String> careless = agencies.department(hanoi.get().agency(), "so-tu-phap", today).map(Agency::exchangeCode);
		if (honest.isEmpty() || careless.isEmpty() || calls.calls(sender.account(), true, 200, Long.MAX_VALUE).stream().anyMatch(call -> call.applied() > 0)) {
			return;
		}
		try {
			byte[] lines = (lines(honest.get(), true) + lines(careless.get(), false)).getBytes(StandardCharsets.UTF_8);
			intake.take(sender, () -> {
				SyncBody body = SyncBody.read(new ByteArrayInputStream(lines), false);
				return new Intake.Batch(body.arrived(), body.bytes(), Sha256.of(lines));
			});
		}
		catch (IOException | RuntimeException failed) {
			LOG.error("The demonstration starts without dossiers of agencies' own systems", failed);
		}
	}

	/** Dossiers of the last three days in the order in which they were handed in. */
	String lines(String agency, boolean honest) {
		Random random = new Random(agency.hashCode());
		Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
		TreeMap<Instant, Integer> received = new TreeMap<>();
		while (received.size() < DOSSIERS) {
			Instant at = now.minusSeconds(7_200 + random.nextInt(HOURS_BACK * 3_600));
			LocalTime time = LocalTime.ofInstant(at, Page.ZONE);
			if (time.isAfter(OPENS) && time.isBefore(CLOSES)) {
				received.put(at, received.size());
			}
		}
		StringBuilder lines = new StringBuilder();
		TreeMap<LocalDate, Integer> numbers = new TreeMap<>();
		received.forEach((at, which) -> {
			LocalDate day = LocalDate.ofInstant(at, Page.ZONE);
			int number = 700_000 + numbers.merge(day, 1, Integer::sum);
			lines.append(honest ? asItWent(agency, DossierCode.of(agency, day, number), at, which, now, random) : asItIsSaid(agency, DossierCode.of(agency, day, number), at, which));
		});
		return lines.toString();
	}

	private static String asItWent(String agency, DossierCode code, Instant received, int which, Instant now, Random random) {
		String number = "0" + List.of("01", "24", "27", "36").get(which % 4) + (which % 2) + String.format("%02d%06d", 55 + which, random.nextInt(1_000_000));
		StringBuilder lines = new StringBuilder();
		int[] statuses = which % 9 == 4 ? new int[] { 1, 2, 5, 4 } : which % 13 == 6 ? new int[] { 1, 3 } : new int[] { 1, 2, 4, 9, 10 };
		Instant at = received;
		for (int i = 0; i < statuses.length && at.isBefore(now); i++) {
			lines.append(line(agency, code, i + 1, statuses[i], at, "Nguyễn Văn " + (char) ('A' + which % 26), number, i == 1 && statuses[1] == 2 ? received.plus(Duration.ofDays(5)) : null, which % 5 != 0));
			at = at.plusSeconds(600 + random.nextInt(i == 0 ? 900 : 40_000));
		}
		return lines.toString();
	}

	/** One number for everybody, all steps in one second, everything digitised. */
	private static String asItIsSaid(String agency, DossierCode code, Instant received, int which) {
		StringBuilder lines = new StringBuilder();
		for (int status : new int[] { 2, 4, 9 }) {
			lines.append(line(agency, code, status, status, received.plusSeconds(3_600), "Trần Thị " + (char) ('A' + which % 26), "001090111111", received.plus(Duration.ofDays(5)), true));
		}
		return lines.toString();
	}

	private static String line(String agency, DossierCode code, int seq, int status, Instant at, String name, String number, @org.jspecify.annotations.Nullable Instant due,
			boolean digitised) {
		return """
				{"agency":"%s","code":"%s","procedure":"2.000815","seq":%d,"status":%d,"at":"%s","applicant":{"name":"%s","number":"%s"}%s,"HoSoCoThanhPhanSoHoa":"%d"%s}
				""".formatted(agency, code, seq, status, at, name, number, due == null ? "" : ",\"dueAt\":\"" + due + "\"", digitised ? 1 : 0, status == 3 || status == 5 ? ",\"note\":\"Thiếu bản chụp giấy tờ\"" : "");
	}

}
