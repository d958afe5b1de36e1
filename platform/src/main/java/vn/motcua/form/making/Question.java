package vn.motcua.form.making;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One thing that is asked.
 *
 * @param key name in a file of answers
 * @param words what stands on the terminal
 * @param otherwise the answer of somebody who only presses Enter
 * @param rule what a right answer looks like, in words
 */
record Question(String key, String words, String otherwise, String rule, Predicate<String> right) {

	static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,3} (working-hour|working-day|calendar-day|month)s?");

	private static final String TEXTS = "Vietnamese | English, or only Vietnamese";

	private static final String SEVERAL = "divided by ;  each as Vietnamese | English";

	/** In the order they are asked. */
	static final List<Question> ALL = List.of(
			text("name", "Name of the service (Vietnamese | English)", "Xác nhận thông tin | Confirmation of facts"),
			pattern("code", "Procedure code", "3.000001", "a number like 1.001193", "[1-3]\\.\\d{6}"),
			text("summary", "What it is for, in one sentence", "Xin cơ quan nhà nước xác nhận thông tin. | Ask the authority to confirm facts."),
			pattern("field_code", "Code of the field (ministry-field)", "G15-HT", "letters and digits like G15-HT", "[A-Z]\\d{2}-[A-Z0-9]{2,8}"),
			text("field_name", "Name of the field", "Hộ tịch | Civil status"),
			pattern("level", "Who handles it: commune, district or province", "commune", "commune, district or province", "commune|district|province"),
			pattern("place", "Which unit is competent: that of the applicant's home (home) or of a place they name (named)", "home", "home or named", "home|named"),
			pattern("department", "Department under that unit, such as so-tu-phap; - for the People's Committee", "-", "a kind such as so-tu-phap, or -", "-|[a-z][a-z0-9-]*"),
			pattern("audience", "Who may file: citizen, enterprise or both", "citizen", "citizen, enterprise or both", "citizen|enterprise|both"),
			pattern("law_number", "Number of the legal text it rests on", "61/2018/NĐ-CP", "a number like 61/2018/NĐ-CP", ".{3,60}"),
			text("law_name", "Name of that text", "Nghị định về cơ chế một cửa, một cửa liên thông | Decree on the one-stop mechanism"),
			new Question("cases", "Cases and time limits, divided by ; each as Name | English = 5 working-day",
					"Trường hợp thông thường | Ordinary = 5 working-day; Phải xác minh | With verification = 10 working-day",
					"Name | English = NUMBER working-hour, working-day, calendar-day or month, from 1; at least one, at most ten", Question::cases),
			pattern("fee", "Fee in đồng, 0 for none", "50000", "a whole number of đồng", "\\d{1,12}"),
			new Question("exemptions", "Who is exempt, divided by ; or - for nobody", "Hộ nghèo | Poor households; Người khuyết tật | Disabled people", SEVERAL,
					answer -> answer.equals("-") || texts(answer, 1, 10)),
			new Question("steps", "Internal steps, divided by ; the first receives, the last signs", "Tiếp nhận hồ sơ | Receive the dossier; Thẩm định hồ sơ | Examine the dossier; Ký kết quả | Sign the result",
					SEVERAL + "; at least two, at most ten", answer -> texts(answer, 2, 10)),
			text("result", "What people receive", "Giấy xác nhận | Certificate"));

	private static Question text(String key, String words, String otherwise) {
		return new Question(key, words, otherwise, TEXTS, answer -> texts(answer, 1, 1));
	}

	private static Question pattern(String key, String words, String otherwise, String rule, String pattern) {
		return new Question(key, words, otherwise, rule, answer -> answer.matches(pattern));
	}

	private static boolean texts(String answer, int fewest, int most) {
		List<String> parts = List.of(answer.split(";"));
		return parts.size() >= fewest && parts.size() <= most && parts.stream().allMatch(part -> !part.isBlank() && part.length() <= 300 && part.split("\\|").length <= 2 && !part.strip().startsWith("|"));
	}

	private static boolean cases(String answer) {
		List<String> parts = List.of(answer.split(";"));
		return parts.size() <= 10 && parts.stream().allMatch(part -> part.split("=").length == 2 && texts(part.split("=")[0], 1, 1) && LIMIT.matcher(part.split("=")[1].strip()).matches())
				&& parts.stream().map(part -> NewService.slug(NewServiceReader.text(part.split("=")[0]).en())).distinct().count() == parts.size();
	}

}
