package vn.motcua.form.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.Channel;
import vn.motcua.kernel.calendar.TimeLimit;
import vn.motcua.site.Page;

/**
 * What the slips say.
 *
 * @param above agency above the one in charge, empty for none
 * @param papers components of the dossier, in the order of the service
 * @param told the event the slip tells of, and who did it
 * @param desk address and hours of the desk, empty where the agency says nothing
 */
public record SlipPage(Filed filed, Applicant applicant, String above, String agency, List<Paper> papers, Told told, TimeLimit timeLimit, Instant now, String desk) {

	/**
	 * @param ordinal number in the day's register (form 06), the last part of the code
	 * @param service code of the procedure
	 * @param acceptedAt {@code null} before acceptance
	 */
	public record Filed(String code, String ordinal, String service, String serviceName, Channel channel, LocalDate receivedOn, Instant submittedAt,
			@Nullable Instant acceptedAt, long feesVnd, long paidVnd) {
	}

	/** @param subject personal or tax number, empty for none */
	public record Applicant(String name, String subject, @Nullable String phone, @Nullable String email) {
	}

	/** @param onPaper whether it was handed in on paper; else electronically */
	public record Paper(String name, boolean onPaper, int originals, int copies, List<FileLine> files) {
	}

	public record FileLine(String name, String size, String sha256) {
	}

	public record Told(String officer, Instant at, String reason, @Nullable Instant dueBefore, @Nullable Instant dueAt, List<Missing> missing) {
	}

	public record Missing(String paper, String what) {
	}

	public boolean accepted() {
		return filed.acceptedAt() != null;
	}

	/** What the QR code holds. */
	String mark() {
		return filed.code() + "|" + filed.service() + "|" + applicant.subject();
	}

	/** As official letters write a moment: 09 giờ 30 phút, ngày 19 tháng 8 năm 2020. */
	public static String moment(@Nullable Instant at) {
		if (at == null) {
			return "…";
		}
		ZonedDateTime local = at.atZone(Page.ZONE);
		return String.format(Locale.ROOT, "%02d giờ %02d phút, %s", local.getHour(), local.getMinute(), day(at));
	}

	public static String day(Instant at) {
		ZonedDateTime local = at.atZone(Page.ZONE);
		return String.format(Locale.ROOT, "ngày %02d tháng %02d năm %d", local.getDayOfMonth(), local.getMonthValue(), local.getYear());
	}

	public static String shortDay(LocalDate day) {
		return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day);
	}

	public static String money(long amountVnd) {
		return String.format(Locale.GERMANY, "%,d đồng", amountVnd);
	}

	public String channel() {
		return switch (filed.channel()) {
			case DESK -> "Trực tiếp tại Bộ phận Một cửa";
			case ONLINE -> "Trực tuyến";
			case POST -> "Dịch vụ bưu chính công ích";
		};
	}

	public String time() {
		return timeLimit.amount() + switch (timeLimit.unit()) {
			case WORKING_HOUR -> " giờ làm việc";
			case WORKING_DAY -> " ngày làm việc";
			case CALENDAR_DAY -> " ngày";
			case MONTH -> " tháng";
		};
	}

}
