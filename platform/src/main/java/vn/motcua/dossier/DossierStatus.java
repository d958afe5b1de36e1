package vn.motcua.dossier;

/**
 * The ten national statuses of a dossier (<i>trạng thái hồ sơ</i>) with the numbers of the national synchronisation. Inner
 * states of a process are free and map onto these.
 */
public enum DossierStatus {

	/** Mới đăng ký: submitted on a portal, nobody has looked yet. */
	SUBMITTED(1),
	/** Được tiếp nhận: accepted at the desk, receipt with due date issued. */
	ACCEPTED(2),
	/** Không được tiếp nhận: refused at the door. */
	REFUSED(3),
	/** Đang xử lý: inside a handling unit. */
	PROCESSING(4),
	/** Yêu cầu bổ sung giấy tờ: supplement requested; the clock stands. */
	SUPPLEMENT_REQUESTED(5),
	/** Yêu cầu thực hiện nghĩa vụ tài chính: waiting for a fee; the clock stands. */
	PAYMENT_REQUESTED(6),
	/** Công dân yêu cầu rút hồ sơ: withdrawn by the applicant. */
	WITHDRAWN(7),
	/** Dừng xử lý: stopped by the officer. */
	STOPPED(8),
	/** Đã xử lý xong: result signed and back at the desk. */
	COMPLETED(9),
	/** Đã trả kết quả: result handed over. */
	RETURNED(10);

	private final int number;

	DossierStatus(int number) {
		this.number = number;
	}

	public int number() {
		return number;
	}

	public static DossierStatus of(int number) {
		return values()[number - 1];
	}

	/** No further move without a logged correction. */
	public boolean ended() {
		return this == REFUSED || this == WITHDRAWN || this == STOPPED || this == RETURNED;
	}

	/** The clock stands. */
	public boolean paused() {
		return this == SUPPLEMENT_REQUESTED || this == PAYMENT_REQUESTED;
	}

}
