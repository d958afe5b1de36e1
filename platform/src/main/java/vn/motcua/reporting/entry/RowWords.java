package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

import vn.motcua.reporting.Template;
import vn.motcua.site.Page;

/** What stands in a row that a clerk added, in one line by the headings of its table. */
final class RowWords {

	private static final int MOST = 200;

	private RowWords() {
	}

	static String of(ReportForm form, String table, Map<String, String> values, Page page) {
		return form.template().tables().stream().filter(each -> each.code().equals(table)).flatMap(each -> each.columns().stream()).filter(column -> values.containsKey(column.code()))
			.map(column -> page.text(column.path().getLast()) + ": " + value(column, values.get(column.code()), page)).collect(Collectors.joining("; "));
	}

	/** What is written in a column, as people read it; cut where it is long. */
	static String value(Template.Column column, String value, Page page) {
		return value.isEmpty() ? "" : switch (Words.kind(column, value)) {
			case "number" -> Amounts.words(new BigDecimal(value), page.locale());
			case "date" -> page.date(LocalDate.parse(value));
			case "choice" -> column.choices().stream().filter(choice -> choice.vi().equals(value)).findFirst().map(page::text).orElse(value);
			default -> value.length() <= MOST ? value : value.substring(0, MOST) + "…";
		};
	}

}
