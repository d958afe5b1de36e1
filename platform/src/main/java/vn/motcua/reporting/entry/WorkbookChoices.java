package vn.motcua.reporting.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;

import vn.motcua.kernel.LocalizedText;

/** Lists that drop-downs of a workbook read, each once on the sheet of the stamp, the same for all agencies. */
final class WorkbookChoices {

	private final Worksheet stamp;

	private final Map<List<LocalizedText>, Range> lists = new HashMap<>();

	WorkbookChoices(Worksheet stamp) {
		this.stamp = stamp;
	}

	/** Excel itself keeps anything else out. */
	void among(Range cells, List<LocalizedText> words) {
		cells.validateWithList(list(words)).allowBlank(true).errorStyle(DataValidationErrorStyle.STOP).showErrorMessage(true).errorTitle("Một Cửa")
			.error("Hãy chọn một mục trong danh sách.");
	}

	private Range list(List<LocalizedText> words) {
		return lists.computeIfAbsent(words, _ -> {
			int at = lists.size() + 1;
			for (int word = 0; word < words.size(); word++) {
				stamp.inlineString(word, at, words.get(word).vi());
			}
			return stamp.range(0, at, Math.max(0, words.size() - 1), at);
		});
	}

}
