package vn.motcua.exchange.mapi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.SyncedLine;
import vn.motcua.dossier.SyncedLine.Keyed;
import vn.motcua.dossier.SyncedLine.Keyed.Kind;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;

/**
 * One step of {@code CapNhatTienDoHoSoMC}, or a status of {@code DongBoTrangThaiHoSo}: who did what and when. The same step is the
 * same line however often it is pushed; a status without a moment counts from the last one known.
 */
final class MapiProgress {

	private static final int LONGEST_OFFICER = 200;

	private MapiProgress() {
	}

	static List<SyncedLine> lines(MapiRecord record, DossierCode code, ProcedureCode procedure) {
		DossierStatus status = MapiDossier.status(record, "TrangThai", "TrangThaiHoSo");
		Instant at = record.moment("ThoiDiemXuLy", "ThoiGianThucHien", "NgayXuLy", "NgayCapNhat", "NgayBatDau");
		String note = joined(": ", record.text("PhongBanXuLy", "DonViXuLy"), record.text("NoiDungXuLy", "NoiDungYKien", "GhiChu", "LyDo"));
		String officer = joined(", ", record.text("NguoiXuLy"), record.text("ChucDanh"));
		String said = joined("|", record.text("HoSoBoSungId"), officer, note);
		MapiParts parts = new MapiParts(record);
		Keyed keyed = at == null ? new Keyed("td:" + status.number() + "|" + said + "|" + parts.digest(), Kind.ONWARD)
				: new Keyed("td:" + status.number() + "@" + at.getEpochSecond() + "|" + said, Kind.DATED);
		Instant moment = at == null ? code.receivedOn().atStartOfDay(MapiMoment.ZONE).toInstant() : at;
		return List.of(new SyncedLine(code.agency(), code, procedure, 0, status, moment, null, Channel.DESK, null, null, note,
				officer == null || officer.length() <= LONGEST_OFFICER ? officer : officer.substring(0, LONGEST_OFFICER), parts.more(), keyed));
	}

	private static @Nullable String joined(String between, @Nullable String... words) {
		String joined = Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(between));
		return joined.isEmpty() ? null : joined;
	}

}
