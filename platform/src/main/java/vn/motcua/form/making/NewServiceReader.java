package vn.motcua.form.making;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import vn.motcua.form.making.NewService.NewCase;
import vn.motcua.kernel.LocalizedText;

/** Answers as they were typed, all of them right, as a service that is to be. */
final class NewServiceReader {

	private NewServiceReader() {
	}

	static NewService read(Map<String, String> answers) {
		String department = answers.get("department");
		return new NewService(answers.get("code"), text(answers.get("name")), text(answers.get("summary")), answers.get("field_code"), text(answers.get("field_name")),
				answers.get("level"), answers.get("place").equals("named"), department.equals("-") ? null : department, answers.get("audience").equals("both") ? List.of("citizen", "enterprise") : List.of(answers.get("audience")),
				text(answers.get("law_name")), answers.get("law_number"), Stream.of(answers.get("cases").split(";")).map(NewServiceReader::one).toList(),
				Long.parseLong(answers.get("fee")), answers.get("exemptions").equals("-") ? List.of() : texts(answers.get("exemptions")), NewService.steps(texts(answers.get("steps"))),
				text(answers.get("result")));
	}

	private static NewCase one(String written) {
		String[] parts = written.split("=");
		return new NewCase(text(parts[0]), parts[1].strip());
	}

	private static List<LocalizedText> texts(String written) {
		return Stream.of(written.split(";")).map(NewServiceReader::text).toList();
	}

	/** "Tên | Name". */
	static LocalizedText text(String written) {
		String[] parts = written.split("\\|");
		return new LocalizedText(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
	}

}
