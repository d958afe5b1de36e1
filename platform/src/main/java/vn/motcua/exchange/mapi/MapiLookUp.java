package vn.motcua.exchange.mapi;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.motcua.audit.AccessRecord;
import vn.motcua.audit.AuditAction;
import vn.motcua.audit.AuditTrail;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Tracking;
import vn.motcua.exchange.Participants;
import vn.motcua.identity.Account;
import vn.motcua.identity.Accounts;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.DossierCode;

/** Looks up one dossier or one person for an agency's system; whatever shows a person is written down. */
@Component
class MapiLookUp {

	private static final String PURPOSE = "exchange.purpose.look-up";

	private final Dossiers dossiers;

	private final Accounts accounts;

	private final Participants participants;

	private final AuditTrail audit;

	MapiLookUp(Dossiers dossiers, Accounts accounts, Participants participants, AuditTrail audit) {
		this.dossiers = dossiers;
		this.accounts = accounts;
		this.participants = participants;
		this.audit = audit;
	}

	/** Empty for a code that nobody recorded; to a system that does not speak for its agency only what everybody may see of a code. */
	List<?> dossier(MapiCall call) {
		Optional<DossierCode> code = DossierCode.find(call.askedFor("mahoso"));
		Optional<Tracking> known = code.flatMap(dossiers::track);
		if (known.isEmpty()) {
			return List.of();
		}
		DossierView dossier = dossiers.find(code.get()).orElseThrow();
		if (!speaksFor(call.sender(), dossier.summary().agency(), code.get().receivedOn())) {
			return List.of(Map.of("MaHoSo", code.get().value(), "TrangThaiHoSo", number(known.get().status().number())));
		}
		audit.record(new AccessRecord(call.sender(), AuditAction.DOSSIER_VIEWED, code.get().value(), dossier.applicantSubject(), PURPOSE));
		return List.of(record(dossier));
	}

	/** The subject of the single sign-on of a person or enterprise whose papers were checked. */
	List<?> subject(MapiCall call) {
		String number = call.askedFor("mstorcmnd", "SoDinhDanh");
		if (!number.matches("[0-9-]{9,14}")) {
			return List.of();
		}
		Optional<Account> account = accounts.findBySubject(number).filter(found -> found.assurance() == Account.Assurance.VERIFIED);
		audit.record(new AccessRecord(call.sender(), AuditAction.PERSON_LOOKED_UP, "TraCuuTechID", number, PURPOSE));
		return account.map(found -> Map.of("TECHNICALID", found.id().toString())).stream().toList();
	}

	private static Map<String, String> record(DossierView dossier) {
		DossierSummary summary = dossier.summary();
		Map<String, String> record = new LinkedHashMap<>();
		record.put("MaHoSo", summary.code().value());
		record.put("MaTTHC", summary.service().value());
		record.put("TenTTHC", summary.serviceName().vi());
		record.put("DonViXuLy", summary.agencyName().vi());
		record.put("ChuHoSo", summary.applicantName());
		record.put("KenhThucHien", number(summary.channel().number()));
		record.put("NgayNopHoSo", MapiMoment.write(summary.submittedAt()));
		record.put("NgayTiepNhan", moment(summary.acceptedAt()));
		record.put("NgayHenTra", moment(summary.dueAt()));
		record.put("NgayKetThucXuLy", moment(summary.completedAt()));
		record.put("TrangThaiHoSo", number(summary.status().number()));
		return record;
	}

	private static String moment(java.time.@Nullable Instant at) {
		return at == null ? "" : MapiMoment.write(at);
	}

	private static String number(int number) {
		return Integer.toString(number);
	}

	private boolean speaksFor(Actor sender, AgencyId agency, LocalDate day) {
		return participants.speaksFor(participants.of(sender), agency, day);
	}

}
