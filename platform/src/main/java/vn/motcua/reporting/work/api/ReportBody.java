package vn.motcua.reporting.work.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports.State;
import vn.motcua.reporting.Reports.Step;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ListedReport;
import vn.motcua.reporting.work.SignedReport;
import vn.motcua.site.Page;

/** A report as programs see it. @param periodStage planned, open, past_due or closed */
record ReportBody(String regime, String period, String agency, String agencyName, State state, String periodStage, OffsetDateTime dueAt, OffsetDateTime onTimeUntil,
		@Nullable OffsetDateTime sentAt, boolean late, boolean missing, @Nullable String assignee, @Nullable Integer signedVersion, String href) {

	/** @param whole whether the caller may see who works on it */
	static ReportBody of(ListedReport report, boolean whole) {
		Agency agency = report.address().agency();
		return new ReportBody(report.address().regime().code().value(), report.period(), ReportAddress.name(agency), agency.name().vi(), report.row().state(),
				report.address().opening().stage(report.now()).name().toLowerCase(Locale.ROOT),
				at(report.row().dueAt()), at(report.row().onTimeUntil()), report.row().sentAt() == null ? null : at(report.row().sentAt()), report.late(), report.missing(),
				whole ? report.row().assigneeName() : null, report.row().signedVersion(), report.href());
	}

	static OffsetDateTime at(java.time.Instant moment) {
		return moment.atZone(Page.ZONE).toOffsetDateTime();
	}

	/** A report with what happened to it, what was signed and what the caller can do now. */
	record Whole(ReportBody report, List<StepBody> steps, List<SignatureBody> signatures, List<Act> allowed) {
	}

	record StepBody(int number, String kind, @Nullable State from, State to, @Nullable String reason, @Nullable OffsetDateTime dueAt, @Nullable Integer sheetVersion, String by,
			OffsetDateTime at) {

		static StepBody of(Step step) {
			return new StepBody(step.number(), step.kind(), step.from(), step.to(), step.reason(), step.dueAt() == null ? null : ReportBody.at(step.dueAt()),
					step.sheetVersion(), step.by(), ReportBody.at(step.at()));
		}

	}

	/** @param record canonical text whose SHA-256 is the digest */
	record SignatureBody(int number, int sheetVersion, String digest, String record, String by, OffsetDateTime at) {

		static SignatureBody of(SignedReport signed) {
			return new SignatureBody(signed.number(), signed.sheetVersion(), signed.digest(), signed.record(), signed.signerName(), ReportBody.at(signed.signedAt()));
		}

	}

}
