package vn.motcua.sandbox;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.year.AgencyPlan;
import vn.motcua.sandbox.year.Mistake;
import vn.motcua.sandbox.year.Step;
import vn.motcua.sandbox.year.VendorDossier;
import vn.motcua.sandbox.year.Year;
import vn.motcua.sdk.Channel;
import vn.motcua.sdk.Status;

/** The year as an existing system exports it: a file a month, a row for each thing that happened, with the columns of the sample of {@code motcua-agent}. */
final class CsvYear {

	private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss").withZone(ZONE);

	private static final String HEAD = "Mã hồ sơ;Mã TTHC;Đơn vị xử lý;Chủ hồ sơ;Số định danh;Điện thoại;Trạng thái;Thời điểm;Ngày hẹn trả;Hình thức nộp;Người xử lý;Ghi chú\n";

	private static final Map<Channel, String> CHANNELS = Map.of(Channel.DESK, "Trực tiếp", Channel.ONLINE, "Trực tuyến", Channel.POST, "Bưu chính");

	private CsvYear() {
	}

	private record Row(Instant at, String text) {
	}

	/**
	 * Writes {@code export/ho-so-2019-08.csv …} and {@code agencies.csv}.
	 * @return how many rows
	 */
	static int write(Settings settings, Path out) throws IOException {
		Path export = Files.createDirectories(out.resolve("export"));
		Instant end = settings.to().plusDays(1).atStartOfDay(ZONE).toInstant();
		Instant until = end.isBefore(Instant.now()) ? end : Instant.now();
		Map<YearMonth, List<Row>> months = new TreeMap<>();
		StringBuilder agencies = new StringBuilder("Đơn vị;Mã định danh\n");
		for (AgencyPlan plan : settings.agencies()) {
			agencies.append(name(plan.code())).append(';').append(plan.code()).append('\n');
			Year year = new Year(settings.seed(), plan);
			for (LocalDate day = settings.from(); !day.isAfter(settings.to()); day = day.plusDays(1)) {
				year.day(day).forEach(dossier -> rows(dossier, until, months));
			}
		}
		int rows = 0;
		for (Map.Entry<YearMonth, List<Row>> month : months.entrySet()) {
			try (Writer file = Files.newBufferedWriter(export.resolve("ho-so-" + month.getKey() + ".csv"))) {
				file.write(HEAD);
				for (Row row : month.getValue().stream().sorted(Comparator.comparing(Row::at)).toList()) {
					file.write(row.text());
				}
			}
			rows += month.getValue().size();
		}
		Files.writeString(out.resolve("agencies.csv"), agencies);
		return rows;
	}

	private static void rows(VendorDossier dossier, Instant until, Map<YearMonth, List<Row>> months) {
		for (Step step : dossier.steps()) {
			if (step.at().isBefore(until)) {
				months.computeIfAbsent(YearMonth.from(step.at().atZone(ZONE)), _ -> new ArrayList<>()).add(new Row(step.at(), row(dossier, step)));
			}
		}
	}

	private static String row(VendorDossier dossier, Step step) {
		return String.join(";", dossier.code(), dossier.mistake() == Mistake.UNKNOWN_PROCEDURE ? "9.999999" : dossier.procedure().code(), name(dossier.agency()),
				dossier.applicant().name(), dossier.mistake() == Mistake.WRONG_NUMBER ? "123" : text(dossier.applicant().number()), text(dossier.applicant().phone()), words(step.status()),
				WRITTEN.format(step.at()), step.dueAt() == null ? "" : WRITTEN.format(step.dueAt()), CHANNELS.get(dossier.channel()), step.status() == Status.SUBMITTED ? "" : step.officer(),
				text(step.note())) + "\n";
	}

	private static String words(Status status) {
		return switch (status) {
			case SUBMITTED -> "Mới đăng ký";
			case ACCEPTED -> "Đã tiếp nhận";
			case REFUSED -> "Từ chối tiếp nhận";
			case PROCESSING -> "Đang thụ lý";
			case SUPPLEMENT_REQUESTED -> "Yêu cầu bổ sung";
			case PAYMENT_REQUESTED -> "Chờ nộp phí";
			case WITHDRAWN -> "Công dân rút hồ sơ";
			case STOPPED -> "Dừng xử lý";
			case COMPLETED -> "Đã có kết quả";
			case RETURNED -> "Đã trả kết quả";
		};
	}

	private static String name(String agency) {
		return agency.equals("H26") ? "UBND Thành phố Hà Nội" : "Đơn vị " + agency;
	}

	private static String text(@Nullable String text) {
		return text == null ? "" : text;
	}

}
