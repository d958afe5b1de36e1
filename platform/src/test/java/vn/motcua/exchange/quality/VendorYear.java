package vn.motcua.exchange.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedHistory;
import vn.motcua.dossier.SyncedHistory.Step;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.sandbox.year.AgencyPlan;
import vn.motcua.sandbox.year.VendorDossier;
import vn.motcua.sandbox.year.Year;

/** The sandbox's year as the ledger would have recorded it, with a job that sends some hours after things were entered. */
final class VendorYear {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Year year;

	private final Duration sentAfter;

	VendorYear(long seed, AgencyPlan plan) {
		this.year = new Year(seed, plan);
		this.sentAfter = Duration.ofHours(Math.floorMod(seed, 14));
	}

	List<SyncedHistory> day(LocalDate day) {
		return year.day(day).stream().map(this::history).toList();
	}

	private SyncedHistory history(VendorDossier dossier) {
		JsonNode papers = JSON.readTree("{\"components\":[{\"name\":\"Tờ khai\",\"digitised\":" + dossier.digitised() + "}]}");
		List<Step> steps = new ArrayList<>();
		Instant due = null;
		for (vn.motcua.sandbox.year.Step step : dossier.steps()) {
			Instant before = step.dueAt() == null || step.dueAt().equals(due) ? null : due;
			due = step.dueAt() == null ? due : step.dueAt();
			steps.add(new Step(steps.size() + 1, DossierStatus.of(step.status().number()), step.at(), step.enteredAt().plus(sentAfter), step.dueAt(), before,
					steps.isEmpty() ? papers : null));
		}
		return new SyncedHistory(new DossierCode(dossier.code()), dossier.applicant().name(), dossier.applicant().number(), Channel.valueOf(dossier.channel().name()), steps);
	}

}
