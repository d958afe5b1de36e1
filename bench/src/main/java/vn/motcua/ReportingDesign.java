package vn.motcua;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files of the measured regimes: fifty indicators, and a table of five hundred cells, of every commune and monthly. */
final class ReportingDesign {

	static final String REGIME = "BENCH.THANG";

	static final String LARGE = "BENCH.LON";

	private static final int INDICATORS = 50;

	static final int PARTS = 10;

	private ReportingDesign() {
	}

	static String indicator(int number) {
		return "BX%04d".formatted(number);
	}

	static String dimensions() {
		return "dimension,item,name_vi,name_en\nBENCH,,Nhóm,Group\n"
				+ IntStream.rangeClosed(1, PARTS).mapToObj(part -> "BENCH,P%1$d,Nhóm %1$d,Group %1$d\n".formatted(part)).collect(Collectors.joining());
	}

	static String indicators() {
		return "code,field,name_vi,name_en,unit,decimals,definition_vi,definition_en,formula,dimensions,over_units,over_time,weight,responsible,frequency,source\n"
				+ IntStream.rangeClosed(1, INDICATORS).mapToObj(number -> "%s,growth,Chỉ tiêu %2$d,Indicator %2$d,case,0,Số vụ,Cases,,BENCH,SUM,SUM,,van-phong-chinh-phu,MONTH,unverified\n"
					.formatted(indicator(number), number)).collect(Collectors.joining());
	}

	static String regime() {
		return regime(REGIME, "COMMUNE", "      - {code: V, path: [\"Số liệu | Figure\"]}\n");
	}

	static String large() {
		return regime(LARGE, "COMMUNE", IntStream.rangeClosed(1, PARTS)
			.mapToObj(part -> "      - {code: V%1$d, path: [\"Nhóm %1$d | Group %1$d\"], breakdown: BENCH=P%1$d}\n".formatted(part)).collect(Collectors.joining()));
	}

	private static String regime(String code, String subjects, String columns) {
		return """
				code: %s
				owner: van-phong-chinh-phu
				version: 1
				valid_from: 2009-01-01
				period: MONTH
				name: "Chế độ để đo | Measured regime"
				content: "Số liệu để đo | Figures to measure with"
				legal_basis: "Nghị định 09/2019/NĐ-CP"
				source: "unverified"
				subjects: [%s]
				methods: [system]
				guidance: "Nhập số liệu. | Enter the figures."
				rule: {cut_off: calendar, working_days: 5, opens_days_before: 10}
				burden: {hours_on_paper: 2, source: unverified}
				tables:
				  - code: B01
				    title: "Bảng | Table"
				    columns:
				""".formatted(code, subjects) + columns + "    rows:\n" + IntStream.rangeClosed(1, INDICATORS)
			.mapToObj(number -> "      - {code: R%1$d, mark: \"%1$d\", name: \"Chỉ tiêu %1$d (vụ) | Indicator %1$d (cases)\", indicator: %2$s}\n".formatted(number, indicator(number)))
			.collect(Collectors.joining());
	}

}
