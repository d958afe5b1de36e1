package vn.motcua.reporting.regime;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.PeriodType;

/** A rule said in words, so that what is written and what is reckoned never differ. */
final class RuleWords {

	private RuleWords() {
	}

	static LocalizedText cutOff(PeriodRule rule) {
		CutOff cut = rule.cutOff();
		if (rule.type() == PeriodType.WINDOW) {
			return new LocalizedText("Theo khoảng thời gian của từng đợt", "The days of each round");
		}
		if (CutOff.inDays(rule.type())) {
			return switch (Integer.signum(cut.shiftDays())) {
				case 0 -> new LocalizedText("Các ngày của kỳ báo cáo", "The days of the period");
				case -1 -> new LocalizedText("Sớm hơn kỳ báo cáo " + -cut.shiftDays() + " ngày", -cut.shiftDays() + " days before the days of the period");
				default -> new LocalizedText("Muộn hơn kỳ báo cáo " + cut.shiftDays() + " ngày", cut.shiftDays() + " days after the days of the period");
			};
		}
		if (cut.equals(CutOff.CALENDAR)) {
			return new LocalizedText("Từ ngày đầu đến ngày cuối của kỳ báo cáo", "From the first to the last day of the period");
		}
		boolean month = rule.type() == PeriodType.MONTH;
		return new LocalizedText(
				"Từ " + dayVi(cut.fromDay()) + " " + monthVi(cut.fromMonth(), month ? "tháng báo cáo" : "tháng đầu kỳ") + " đến " + dayVi(cut.toDay()) + " "
						+ monthVi(cut.toMonth(), month ? "tháng báo cáo" : "tháng cuối kỳ"),
				"From the " + dayEn(cut.fromDay()) + " of " + monthEn(cut.fromMonth(), month ? "the month of the report" : "the first month of the period") + " to the " + dayEn(cut.toDay()) + " of "
						+ monthEn(cut.toMonth(), month ? "the month of the report" : "the last month of the period"));
	}

	static LocalizedText deadline(PeriodRule rule) {
		Deadline deadline = rule.deadline();
		String time = String.format(Locale.ROOT, "%02d:%02d", deadline.time().getHour(), deadline.time().getMinute());
		LocalizedText day = switch (deadline.kind()) {
			case WORKING_DAYS -> deadline.count() == 0 ? new LocalizedText("trong ngày chốt số liệu", "on the day of the cut-off")
					: new LocalizedText(deadline.count() + " ngày làm việc sau ngày chốt số liệu", deadline.count() + (deadline.count() == 1 ? " working day" : " working days") + " after the cut-off");
			case DAYS -> new LocalizedText(deadline.count() + " ngày sau ngày chốt số liệu", deadline.count() + " days after the cut-off");
			case DAY_OF_MONTH -> new LocalizedText(dayVi(deadline.count()) + " " + afterVi(deadline.months()), "the " + dayEn(deadline.count()) + " of " + afterEn(deadline.months()));
		};
		int grace = rule.graceWorkingDays();
		@Nullable Integer closes = rule.closesWorkingDays();
		return new LocalizedText(
				"Trước " + time + ", " + day.vi() + (grace == 0 ? "" : "; gửi trong " + grace + " ngày làm việc sau đó vẫn tính là đúng hạn")
						+ (closes == null ? "" : "; kỳ tự đóng " + closes + " ngày làm việc sau hạn gửi, giao muộn thì đóng muộn"),
				"By " + time + ", " + day.en() + (grace == 0 ? "" : "; sent within " + daysEn(grace) + " after that it still counts as on time")
						+ (closes == null ? "" : "; the period closes by itself " + daysEn(closes) + " after the deadline, later when it was asked for late"));
	}

	private static String daysEn(int workingDays) {
		return workingDays + (workingDays == 1 ? " working day" : " working days");
	}

	private static String dayVi(int day) {
		return day == 31 ? "ngày cuối" : "ngày " + day;
	}

	private static String dayEn(int day) {
		if (day == 31) {
			return "last day";
		}
		String ending = day % 10 == 1 && day != 11 ? "st" : day % 10 == 2 && day != 12 ? "nd" : day % 10 == 3 && day != 13 ? "rd" : "th";
		return day + ending;
	}

	/** @param month what the offset is counted from */
	private static String monthVi(int offset, String month) {
		if (offset == 0) {
			return month;
		}
		int months = Math.abs(offset);
		return (months == 1 ? "tháng liền " : "tháng thứ " + months + " ") + (offset < 0 ? "trước " : "sau ") + month;
	}

	private static String monthEn(int offset, String month) {
		if (offset == 0) {
			return month;
		}
		int months = Math.abs(offset);
		return (months == 1 ? "the month" : "the month " + months + " months") + (offset < 0 ? " before " : " after ") + month;
	}

	private static String afterVi(int months) {
		return monthVi(months, "tháng chốt số liệu");
	}

	private static String afterEn(int months) {
		return months == 0 ? "the month of the cut-off" : months == 1 ? "the month after the cut-off" : "the month " + months + " months after the cut-off";
	}

}
