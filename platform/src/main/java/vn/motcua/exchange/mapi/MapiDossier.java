package vn.motcua.exchange.mapi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.exchange.mapi.MapiRecord.Wrong;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * A record of {@code DongBoHoSoMC} as the history it tells: handed in, accepted, supplements, completed, returned, each at its own
 * moment, then the status it is in, the promised moment and the papers. Moments beyond the status of the record are plans and
 * tell nothing.
 */
final class MapiDossier {

	private static final int MOST_SUPPLEMENTS = 20;

	private static final int LONGEST_NAME = 200;

	private final MapiRecord record;

	private final DossierCode code;

	private final DossierStatus status;

	private MapiDossier(MapiRecord record) {
		this.record = record;
		this.code = code(record);
		this.status = status(record, "TrangThaiHoSo", "TrangThai");
	}

	static List<SyncedLine> lines(MapiRecord record) {
		return new MapiDossier(record).history();
	}

	static DossierCode code(MapiRecord record) {
		return DossierCode.find(record.required("MaHoSo", "SoHoSo")).orElseThrow(() -> new Wrong("MaHoSo", "dossier.sync.code"));
	}

	/** The national numbers 1 to 10; one special synchronisation writes a refusal as 11. */
	static DossierStatus status(MapiRecord record, String... names) {
		Integer number = record.number(names);
		if (number == null) {
			throw new Wrong(names[0], "form.required");
		}
		if (number == 11) {
			return DossierStatus.REFUSED;
		}
		if (number < 1 || number > 10) {
			throw new Wrong(new FieldProblem("/" + names[0], "dossier.sync.number-between", java.util.Map.of("min", 1, "max", 11)));
		}
		return DossierStatus.of(number);
	}

	private List<SyncedLine> history() {
		ProcedureCode procedure = ProcedureCode.find(record.required("MaTTHC", "MaTTHCDP")).orElseThrow(() -> new Wrong("MaTTHC", "dossier.sync.procedure-unknown"));
		Instant handedIn = record.moment("NgayNopHoSo");
		Instant received = record.moment("NgayTiepNhan");
		Instant dayBegins = code.receivedOn().atStartOfDay(MapiMoment.ZONE).toInstant();
		MapiLines lines = new MapiLines(code, procedure, applicant(), channel(), handedIn, record.moment("NgayHenTra"), dayBegins);
		if (handedIn != null && !handedIn.isBefore(dayBegins)) {
			lines.dated(DossierStatus.SUBMITTED, handedIn, "1", null, null);
		}
		else if (status == DossierStatus.SUBMITTED && received != null) {
			lines.dated(DossierStatus.SUBMITTED, received, "1", null, null);
		}
		if (status != DossierStatus.SUBMITTED && status != DossierStatus.REFUSED) {
			lines.dated(DossierStatus.ACCEPTED, received, "2", null, null);
			supplements(lines);
		}
		ends(lines);
		if (lines.status() != status) {
			lines.onward(status, note());
		}
		lines.due();
		MapiParts parts = new MapiParts(record);
		lines.beside(parts.more(), parts.digest());
		return lines.all();
	}

	private void supplements(MapiLines lines) {
		for (MapiRecord supplement : record.list("DanhSachHoSoBoSung", MOST_SUPPLEMENTS)) {
			String id = Optional.ofNullable(supplement.text("HoSoBoSungId")).orElse("");
			lines.dated(DossierStatus.SUPPLEMENT_REQUESTED, supplement.moment("NgayBoSung"), "5:" + id, supplement.text("NoiDungBoSung"),
					name(supplement.text("NguoiYeuCauBoSung")));
			lines.dated(DossierStatus.PROCESSING, supplement.moment("NgayTiepNhanBoSung"), "5-4:" + id, supplement.text("ThongTinTiepNhan"),
					name(supplement.text("NguoiTiepNhanBoSung")));
		}
	}

	private void ends(MapiLines lines) {
		Instant done = record.moment("NgayKetThucXuLy");
		switch (status) {
			case REFUSED -> lines.dated(status, first(first(record.moment("NgayTuChoi"), done), record.moment("NgayTiepNhan")), "3", note(), null);
			case WITHDRAWN, STOPPED -> lines.dated(status, first(done, record.moment("NgayTuChoi")), Integer.toString(status.number()), note(), null);
			case COMPLETED -> lines.dated(status, done, "9", null, null);
			case RETURNED -> {
				lines.dated(DossierStatus.COMPLETED, done, "9", null, null);
				lines.dated(status, record.moment("NgayTra"), "10", record.text("ThongTinTra"), null);
			}
			case SUBMITTED, ACCEPTED, PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED -> {
				// not at an end
			}
		}
	}

	private SyncedLine.Applicant applicant() {
		String name = name(record.required("ChuHoSo", "TenChuHoSo"));
		return new SyncedLine.Applicant(name, number(), cut(record.text("SoDienThoai"), 20), cut(record.text("Email"), 254));
	}

	/** The 12-digit number where there is one; a subject of the single sign-on is none. */
	private @Nullable String number() {
		List<MapiRecord> numbers = record.list("DinhDanhCHS", 10);
		Optional<String> personal = numbers.stream().filter(one -> "1".equals(one.text("LoaiDinhDanh"))).map(one -> one.text("SoDinhDanh")).filter(java.util.Objects::nonNull).findFirst();
		Optional<String> any = numbers.stream().map(one -> one.text("SoDinhDanh")).filter(java.util.Objects::nonNull).findFirst();
		String named = personal.or(() -> any).orElseGet(() -> record.text("SoGiayToChuHoSo", "SoDinhDanh"));
		if (named != null) {
			return cut(named, 20);
		}
		String subject = record.text("MaDoiTuong");
		return subject != null && subject.matches("\\d{9}|\\d{12}|\\d{10}(-?\\d{3})?") ? subject : null;
	}

	private Channel channel() {
		Integer number = record.number("KenhThucHien");
		for (Channel channel : Channel.values()) {
			if (number != null && channel.number() == number) {
				return channel;
			}
		}
		if (number != null) {
			throw new Wrong(new FieldProblem("/KenhThucHien", "dossier.sync.number-between", java.util.Map.of("min", 1, "max", 3)));
		}
		return "1".equals(record.text("NoiNopHoSo")) ? Channel.ONLINE : Channel.DESK;
	}

	private @Nullable String note() {
		return record.text("ThongTinTra", "GhiChu");
	}

	private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
		return one == null ? other : one;
	}

	private static @Nullable String name(@Nullable String name) {
		return cut(name, LONGEST_NAME);
	}

	private static @Nullable String cut(@Nullable String text, int most) {
		return text == null || text.length() <= most ? text : text.substring(0, most);
	}

}
