package vn.motcua.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.year.Procedure;
import vn.motcua.sdk.Status;

/** Steps as records of the interface that the one-stop systems of today speak: names, days and numbers as they write them. */
final class MapiRecords {

	private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

	private MapiRecords() {
	}

	/** {@code DongBoHoSoMC}: the dossier with what happened until now, of which these steps are new. */
	static ObjectNode dossier(List<Pending> steps) {
		Pending last = steps.getLast();
		ObjectNode record = JsonNodeFactory.instance.objectNode().put("MaHoSo", last.code()).put("MaTTHC", last.procedure()).put("TenTTHC", last.procedureName())
			.put("MaLinhVuc", last.field()).put("KenhThucHien", String.valueOf(last.channel().ordinal() + 1)).put("ChuHoSo", last.name())
			.put("LoaiDoiTuong", last.enterprise() ? "2" : "1").put("SoDienThoai", text(last.phone())).put("TrangThaiHoSo", String.valueOf(last.status().number()))
			.put("NoiNopHoSo", "2").put("HinhThuc", "0").put("DonViXuLy", last.agency()).put("HoSoCoThanhPhanSoHoa", last.digitised() ? "1" : "0");
		if (last.number() != null) {
			record.putArray("DinhDanhCHS").addObject().put("LoaiDinhDanh", last.number().length() == 12 ? "1" : "2").put("SoDinhDanh", last.number());
		}
		for (Pending step : steps) {
			switch (step.status()) {
				case SUBMITTED -> record.put("NgayNopHoSo", moment(step.at()));
				case ACCEPTED -> record.put("NgayTiepNhan", moment(step.at()));
				case REFUSED -> record.put("NgayTuChoi", moment(step.at())).put("GhiChu", text(step.note()));
				case WITHDRAWN, STOPPED, COMPLETED -> record.put("NgayKetThucXuLy", moment(step.at()));
				case RETURNED -> record.put("NgayTra", moment(step.at()));
				case PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED -> {
					// such steps go as progress, with their own moments
				}
			}
			if (step.dueAt() != null) {
				record.put("NgayHenTra", moment(step.dueAt()));
			}
		}
		long fee = Procedure.ALL.stream().filter(procedure -> procedure.code().equals(last.procedure())).mapToLong(Procedure::feeVnd).findFirst().orElse(0);
		if (fee > 0) {
			record.putArray("DanhSachLePhi").addObject().put("TenPhiLePhi", "Phí, lệ phí").put("MaPhiLePhi", "LP1").put("HinhThucThu", "1").put("Gia", String.valueOf(fee))
				.put("LoaiPhiLePhi", "1");
		}
		return record;
	}

	/** A new promise of a dossier that is under way. */
	static ObjectNode promise(Pending step) {
		ObjectNode record = dossier(List.of(step));
		record.remove("NgayKetThucXuLy");
		return record.put("NgayHenTra", moment(java.util.Objects.requireNonNull(step.dueAt())));
	}

	/** {@code CapNhatTienDoHoSoMC}: one step with who did it and when. */
	static ObjectNode progress(Pending step) {
		return JsonNodeFactory.instance.objectNode().put("MaHoSo", step.code()).put("NguoiXuLy", text(step.officer())).put("ChucDanh", "").put("ThoiDiemXuLy", moment(step.at()))
			.put("PhongBanXuLy", "").put("NoiDungXuLy", text(step.note())).put("TrangThai", String.valueOf(step.status().number())).put("NgayBatDau", "")
			.put("NgayKetThucTheoQuyDinh", "");
	}

	/** Whether a step of the work promises a moment anew, which its own record cannot say. */
	static boolean promises(Pending step) {
		return step.dueAt() != null && (step.status() == Status.PROCESSING || step.status() == Status.COMPLETED);
	}

	/** Whether a step goes with the dossier itself. */
	static boolean withDossier(Pending step) {
		return step.status() == Status.SUBMITTED || step.status() == Status.ACCEPTED;
	}

	private static String moment(Instant at) {
		return DIGITS.format(at);
	}

	private static String text(@Nullable String text) {
		return text == null ? "" : text;
	}

}
