package vn.motcua.sandbox;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.year.AgencyPlan;
import vn.motcua.sandbox.year.Step;
import vn.motcua.sandbox.year.VendorDossier;
import vn.motcua.sandbox.year.Year;
import vn.motcua.sdk.Status;

/** Puts dossiers into the vendor's tables. */
final class Filing {

	private static final String APPLICANT = "insert into applicant (name, number, phone, enterprise) values (?, ?, ?, ?)";

	private static final String DOSSIER = """
			insert into dossier (code, agency, received_on, procedure_code, procedure_name, field, applicant, channel, digitised, origin, own_number, mistake)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DESK', ?, ?)
			""";

	private static final String STEP = "insert into step (code, seq, status, at, entered_at, due_at, note, officer, wrong) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

	private static final String SUPPLEMENT = "insert into supplement (code, seq, missing, asked_at, answered_at) values (?, ?, ?, ?, ?)";

	private static final String PAYMENT = "insert into payment (code, seq, amount_vnd, method, paid_at) values (?, ?, ?, ?, ?)";

	private static final int AT_ONCE = 1_000;

	private final VendorDatabase database;

	private final List<@Nullable Object[]> applicants = new ArrayList<>();

	private final List<@Nullable Object[]> dossiers = new ArrayList<>();

	private final List<@Nullable Object[]> steps = new ArrayList<>();

	private final List<@Nullable Object[]> supplements = new ArrayList<>();

	private final List<@Nullable Object[]> payments = new ArrayList<>();

	private long lastApplicant;

	private Filing(VendorDatabase database) {
		this.database = database;
	}

	/**
	 * Makes the year once; a folder keeps the year it was made with.
	 * @throws IOException when the folder has another one
	 */
	static void year(VendorDatabase database, Settings settings) throws IOException {
		String made = database.said("year").orElse("");
		if (made.equals(settings.fingerprint())) {
			return;
		}
		if (!made.isEmpty()) {
			throw new IOException(settings.data() + " holds another year (" + made + "); take another folder, or the same settings");
		}
		database.all(() -> {
			Filing filing = new Filing(database);
			for (AgencyPlan plan : settings.agencies()) {
				Year year = new Year(settings.seed(), plan);
				for (LocalDate day = settings.from(); !day.isAfter(settings.to()); day = day.plusDays(1)) {
					year.day(day).forEach(filing::file);
				}
			}
			filing.write();
			database.say("year", settings.fingerprint());
		});
	}

	private void file(VendorDossier dossier) {
		applicants.add(new Object[] { dossier.applicant().name(), dossier.applicant().number(), dossier.applicant().phone(), dossier.applicant().enterprise() });
		dossiers.add(new Object[] { dossier.code(), dossier.agency(), dossier.day(), dossier.procedure().code(), dossier.procedure().name(), dossier.procedure().field(),
				lastApplicant + applicants.size(), dossier.channel().name(), dossier.digitised(), "BN/" + dossier.code(), dossier.mistake() == null ? null : dossier.mistake().name() });
		int seq = 0;
		for (Step step : dossier.steps()) {
			seq++;
			steps.add(new Object[] { dossier.code(), seq, step.status().number(), step.at(), step.enteredAt(), step.dueAt(), step.note(), step.officer(), step.wrong() });
			if (step.status() == Status.SUPPLEMENT_REQUESTED) {
				supplements.add(new Object[] { dossier.code(), seq, step.note(), step.at(), answered(dossier, step.at()) });
			}
			if (step.paidVnd() > 0) {
				payments.add(new Object[] { dossier.code(), seq, step.paidVnd(), step.status() == Status.ACCEPTED ? "cash" : "bank", step.at() });
			}
		}
		if (dossiers.size() >= AT_ONCE) {
			write();
		}
	}

	private static @Nullable Instant answered(VendorDossier dossier, Instant asked) {
		return dossier.steps().stream().filter(step -> step.status() == Status.PROCESSING && step.at().isAfter(asked)).map(Step::at).findFirst().orElse(null);
	}

	private void write() {
		lastApplicant += applicants.size();
		database.batch(APPLICANT, applicants);
		database.batch(DOSSIER, dossiers);
		database.batch(STEP, steps);
		database.batch(SUPPLEMENT, supplements);
		database.batch(PAYMENT, payments);
		List.of(applicants, dossiers, steps, supplements, payments).forEach(List::clear);
	}

}
