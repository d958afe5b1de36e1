package vn.motcua.sdk;

/** The ten national statuses of a dossier (<i>trạng thái hồ sơ</i>) with the numbers of the national synchronisation. */
public enum Status {

	/** 1, Mới đăng ký: submitted, nobody has looked yet. */
	SUBMITTED,
	/** 2, Được tiếp nhận: accepted at the desk. */
	ACCEPTED,
	/** 3, Không được tiếp nhận: refused at the door. */
	REFUSED,
	/** 4, Đang xử lý: inside a handling unit. */
	PROCESSING,
	/** 5, Yêu cầu bổ sung giấy tờ: papers are missing; the clock stands. */
	SUPPLEMENT_REQUESTED,
	/** 6, Yêu cầu thực hiện nghĩa vụ tài chính: a fee is awaited; the clock stands. */
	PAYMENT_REQUESTED,
	/** 7, Công dân yêu cầu rút hồ sơ: withdrawn by the applicant. */
	WITHDRAWN,
	/** 8, Dừng xử lý: stopped by the officer. */
	STOPPED,
	/** 9, Đã xử lý xong: the result is signed and back at the desk. */
	COMPLETED,
	/** 10, Đã trả kết quả: the result was handed over. */
	RETURNED;

	/**
	 * The national number of this status.
	 * @return 1 to 10
	 */
	public int number() {
		return ordinal() + 1;
	}

	/**
	 * Whether the ledger takes a status after this one, also where steps between were left out.
	 * @param next the status of the later line
	 * @param reasoned whether the later line has a note: a stopped dossier is opened again only with one
	 * @return whether it can follow
	 */
	public boolean leadsTo(Status next, boolean reasoned) {
		return switch (this) {
			case SUBMITTED -> true;
			case ACCEPTED -> next != SUBMITTED && next != REFUSED;
			case PROCESSING, SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, COMPLETED -> next.ordinal() >= PROCESSING.ordinal();
			case STOPPED -> next == STOPPED || next == PROCESSING && reasoned;
			case REFUSED, WITHDRAWN, RETURNED -> next == this;
		};
	}

	/**
	 * The status of a national number.
	 * @param number 1 to 10
	 * @return the status
	 * @throws IllegalArgumentException when there is no such number
	 */
	public static Status of(int number) {
		if (number < 1 || number > values().length) {
			throw new IllegalArgumentException("no national status has the number " + number);
		}
		return values()[number - 1];
	}

}
