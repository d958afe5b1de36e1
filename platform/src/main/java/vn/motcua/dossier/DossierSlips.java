package vn.motcua.dossier;

import java.util.Optional;

/** Papers that go with a dossier, as PDF: the forms of Circular 01/2018/TT-VPCP art. 9. They are legal forms and stand in Vietnamese. */
public interface DossierSlips {

	enum Slip {

		/**
		 * The one receipt, with the digest of every file: from acceptance on form 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả;
		 * before it the confirmation that the dossier has arrived.
		 */
		RECEIPT("giay-tiep-nhan"),
		/** Form 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: the last request. */
		SUPPLEMENT("phieu-bo-sung"),
		/** Form 03, phiếu từ chối tiếp nhận, giải quyết hồ sơ. */
		REFUSAL("phieu-tu-choi"),
		/** Form 04, phiếu xin lỗi và hẹn lại ngày trả kết quả. */
		APOLOGY("phieu-xin-loi");

		private final String word;

		Slip(String word) {
			this.word = word;
		}

		/** Last part of the slip's address and the beginning of its file name. */
		public String word() {
			return word;
		}

		public static Optional<Slip> find(String word) {
			return java.util.Arrays.stream(values()).filter(slip -> slip.word.equals(word)).findFirst();
		}

	}

	/** The slip of a dossier, empty when what it tells has not happened. Who asks must have been let in before. */
	Optional<byte[]> pdf(Slip slip, DossierView dossier);

}
