package vn.motcua.exchange.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedHistory;
import vn.motcua.dossier.SyncedHistory.Step;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;

/**
 * What an honest agency's system sends in some weeks, with everything that honest work brings: batches at night, days of outage, results of the same hour, signing in
 * batches, supplements, refusals, results that come back from the desk, one agent for many people's papers, names without accents, numbers shared by two desks.
 */
final class SyntheticSender {

	private static final String[] PROVINCES = { "001", "024", "027", "036", "079", "092", "096" };

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Random random;

	SyntheticSender(long seed) {
		this.random = new Random(seed);
	}

	/** A day's dossiers; on some days nothing goes out for two days. */
	List<SyncedHistory> day(LocalDate day, int dossiers) {
		long outage = random.nextInt(20) == 0 ? 48 : 0;
		Instant open = day.atTime(7, 30).atZone(vn.motcua.site.Page.ZONE).toInstant();
		List<Integer> minutes = random.ints(dossiers, 0, 9 * 60).sorted().boxed().toList();
		List<SyncedHistory> sent = new ArrayList<>();
		String agent = number(1975);
		int number = 0;
		for (int minute : minutes) {
			number += random.nextInt(10) < 6 ? 1 : 1 + random.nextInt(4);
			int block = random.nextInt(4) == 0 ? 300 : 0;
			sent.add(dossier(DossierCode.of("H26", day, number + block), open.plusSeconds(60L * minute + random.nextInt(60)), agent, Duration.ofHours(outage + 1 + random.nextInt(14))));
		}
		return sent;
	}

	private SyncedHistory dossier(DossierCode code, Instant received, String agent, Duration sentAfter) {
		List<Step> steps = new ArrayList<>();
		boolean immediate = random.nextInt(5) == 0;
		Instant due = received.plus(immediate ? Duration.ofHours(8) : Duration.ofDays(7));
		Instant at = received.plusSeconds(60 + random.nextInt(1_200));
		step(steps, DossierStatus.SUBMITTED, received, sentAfter, null, null);
		int luck = random.nextInt(100);
		if (luck < 2) {
			step(steps, DossierStatus.REFUSED, at, sentAfter, null, null);
			return history(code, agent, steps);
		}
		step(steps, DossierStatus.ACCEPTED, at, sentAfter, due, null);
		at = at.plus(immediate ? Duration.ofSeconds(30 + random.nextInt(600)) : Duration.ofHours(2 + random.nextInt(30)));
		step(steps, DossierStatus.PROCESSING, at, sentAfter, null, null);
		if (luck < 8) {
			step(steps, random.nextBoolean() ? DossierStatus.SUPPLEMENT_REQUESTED : DossierStatus.PAYMENT_REQUESTED, at.plus(Duration.ofHours(3)), sentAfter, null, null);
			at = at.plus(Duration.ofDays(1 + random.nextInt(12)));
			step(steps, DossierStatus.PROCESSING, at, sentAfter, due.plus(Duration.ofDays(5)), due);
		}
		else if (luck < 10) {
			step(steps, random.nextBoolean() ? DossierStatus.WITHDRAWN : DossierStatus.STOPPED, at.plus(Duration.ofHours(5)), sentAfter, null, null);
			return history(code, agent, steps);
		}
		else if (luck < 12) {
			step(steps, DossierStatus.PROCESSING, due.minus(Duration.ofHours(30)), sentAfter, due.plus(Duration.ofDays(3)), due);
		}
		at = at.plus(immediate ? Duration.ofSeconds(60 + random.nextInt(900)) : Duration.ofHours(10 + random.nextInt(140)));
		step(steps, DossierStatus.COMPLETED, immediate || luck > 50 ? at : Instant.ofEpochSecond(at.getEpochSecond() / 7_200 * 7_200), sentAfter, null, null);
		if (random.nextInt(200) == 0) {
			step(steps, DossierStatus.PROCESSING, at.plus(Duration.ofHours(2)), sentAfter, null, null);
			at = at.plus(Duration.ofHours(6));
			step(steps, DossierStatus.COMPLETED, at, sentAfter, null, null);
		}
		step(steps, DossierStatus.RETURNED, at.plus(Duration.ofHours(random.nextInt(40))), sentAfter, null, null);
		return history(code, agent, steps);
	}

	private SyncedHistory history(DossierCode code, String agent, List<Step> steps) {
		int whose = random.nextInt(100);
		String name = whose < 10 ? (random.nextBoolean() ? "Trần Thị Hoa" : "TRAN THI HOA") : "Nguyễn Văn " + (char) ('A' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
		String number = whose < 10 ? agent : whose < 20 ? String.format("%09d", 10_000_000 + random.nextInt(400_000_000)) : whose < 25 ? null : number(1940 + random.nextInt(75));
		return new SyncedHistory(code, name, number, random.nextInt(3) == 0 ? Channel.ONLINE : Channel.DESK, steps);
	}

	private String number(int year) {
		return PROVINCES[random.nextInt(PROVINCES.length)] + ((year >= 2000 ? 2 : 0) + random.nextInt(2)) + String.format("%02d%06d", year % 100, random.nextInt(1_000_000));
	}

	private void step(List<Step> steps, DossierStatus status, Instant at, Duration sentAfter, @Nullable Instant due, @Nullable Instant before) {
		JsonNode more = JSON.createObjectNode().put("HoSoCoThanhPhanSoHoa", random.nextInt(10) < 9 ? "1" : "0");
		steps.add(new Step(steps.size() + 1, status, at, at.plus(sentAfter), due, before, steps.isEmpty() ? more : null));
	}

	/** Does something to some of the dossiers. */
	List<SyncedHistory> bent(List<SyncedHistory> honest, int percent, UnaryOperator<SyncedHistory> habit) {
		return honest.stream().map(dossier -> random.nextInt(100) < percent ? habit.apply(dossier) : dossier).toList();
	}

	Random random() {
		return random;
	}

}
