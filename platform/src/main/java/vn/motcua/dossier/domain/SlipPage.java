package vn.motcua.dossier.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.dossier.DossierView;

/**
 * What the templates of the slips draw.
 *
 * @param above agency above the one in charge, empty for none
 * @param papers components of the dossier, in the order of the service
 * @param told the event the slip tells of, and who did it
 * @param qr picture with dossier code, procedure code and the applicant's number
 * @param desk address and hours of the desk, empty where the agency says nothing
 */
public record SlipPage(DossierView dossier, String above, String agency, String subject, List<Paper> papers, Told told, String timeLimit, Instant now,
		String qr, String desk) {

	/** @param where on paper, electronically, or not handed in */
	public record Paper(String name, int originals, int copies, String where, List<FileLine> files) {
	}

	public record FileLine(String name, String size, String sha256) {
	}

	public record Told(String officer, Instant at, String reason, @Nullable Instant dueBefore, @Nullable Instant dueAt, List<Missing> missing) {
	}

	public record Missing(String paper, String what) {
	}

	public String code() {
		return dossier.summary().code().value();
	}

	/** As official letters write a moment: 09 giờ 30 phút, ngày 19 tháng 8 năm 2020. */
	public static String moment(@Nullable Instant at) {
		if (at == null) {
			return "…";
		}
		ZonedDateTime local = at.atZone(ProcessingDeadline.ZONE);
		return String.format(Locale.ROOT, "%02d giờ %02d phút, %s", local.getHour(), local.getMinute(), day(at));
	}

	public static String day(Instant at) {
		ZonedDateTime local = at.atZone(ProcessingDeadline.ZONE);
		return String.format(Locale.ROOT, "ngày %02d tháng %02d năm %d", local.getDayOfMonth(), local.getMonthValue(), local.getYear());
	}

	public static String shortDay(LocalDate day) {
		return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day);
	}

	/** Number in the day's register (form 06), the last part of the code. */
	public int ordinal() {
		return Integer.parseInt(code().substring(code().lastIndexOf('-') + 1));
	}

	public static String money(long amountVnd) {
		return String.format(Locale.GERMANY, "%,d đồng", amountVnd);
	}

	public String channel() {
		return switch (dossier.summary().channel()) {
			case DESK -> "Trực tiếp tại Bộ phận Một cửa";
			case ONLINE -> "Trực tuyến";
			case POST -> "Dịch vụ bưu chính công ích";
		};
	}

}
