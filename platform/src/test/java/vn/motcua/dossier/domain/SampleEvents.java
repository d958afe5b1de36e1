package vn.motcua.dossier.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import vn.motcua.catalogue.Assessment;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.Type;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierStep;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;

/** Events of made-up dossiers, for tests of the ledger. */
final class SampleEvents {

	static final LocalDate DAY = LocalDate.of(2020, 8, 19);

	static final Instant AT = Instant.parse("2020-08-19T02:00:00Z");

	private SampleEvents() {
	}

	static DossierCode code(int number) {
		return DossierCode.of("000.00.14.H26", DAY, number);
	}

	static DossierEvent submitted(DossierCode code) {
		Details.Submitted detail = new Details.Submitted("1.001193", 1, "in-time", new TimeLimit(1, TimeLimit.Unit.WORKING_DAY),
				new DossierState.Applicant(new UUID(0, 7), "001190000001", "Nguyễn Thị Lan", "0900000001", null), null,
				LedgerJson.readObject("{\"child\":{\"name\":\"Nguyễn Minh An\"}}"),
				List.of(new AttachedFile(new UUID(0, 1), "birth-notice", "giấy chứng sinh.pdf", "application/pdf", 1000, "ab", 0)), List.of(),
				List.of(new Assessment.FeeLine("fee", ServiceVersion.Fee.Kind.FEE, LocalizedText.same("Lệ phí"), 200_000, ServiceVersion.Fee.PayAt.RECEIPT, List.of(), null)),
				new DossierStep.Holder(null, null, "DOSSIER_RECEIVE", LocalizedText.same("Tiếp nhận"), AT.plusSeconds(28_800)), null);
		return event(code, 1, Type.SUBMITTED, DossierStatus.SUBMITTED, LedgerJson.write(detail));
	}

	static DossierEvent event(DossierCode code, int seq, Type type, DossierStatus status, String detail) {
		Instant at = AT.plusSeconds(60L * (seq - 1));
		return new DossierEvent(0, code, seq, type, status, at, at, Actor.Kind.OFFICER, new UUID(0, 9), "Trần Văn Bình", new AgencyId(14), Channel.ONLINE, null,
				LedgerJson.readObject(detail));
	}

	/** A dossier from submission to hand-over with a supplement in between. */
	static List<DossierEvent> wholeLife(DossierCode code) {
		return List.of(submitted(code), event(code, 2, Type.ACCEPTED, DossierStatus.ACCEPTED, "{\"dueAt\":\"2020-08-20T02:00:00Z\"}"),
				event(code, 3, Type.PROCESSED, DossierStatus.PROCESSING, "{\"stepName\":{\"vi\":\"Thẩm định\",\"en\":\"Appraisal\"}}"),
				event(code, 4, Type.SUPPLEMENT_REQUESTED, DossierStatus.SUPPLEMENT_REQUESTED,
						"{\"items\":[{\"componentId\":\"birth-notice\",\"what\":\"Mờ\"}],\"reason\":\"Không đọc được\"}"),
				event(code, 5, Type.SUPPLEMENT_ANSWERED, DossierStatus.PROCESSING, "{\"dueAt\":\"2020-08-20T02:01:00Z\"}"),
				event(code, 6, Type.COMPLETED, DossierStatus.COMPLETED,
						"{\"resultFile\":\"00000000-0000-0000-0000-000000000005\",\"resultNumber\":\"12\",\"granted\":true,\"verificationToken\":\"2008-abc\"}"),
				event(code, 7, Type.RETURNED, DossierStatus.RETURNED, "{\"how\":\"online\"}"));
	}

}
