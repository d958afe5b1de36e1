package vn.motcua.form;

import java.util.List;

import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.LocalizedText;

/** The answers to one page, for people to read. */
public record AnsweredPage(FormPage page, List<Row> rows) {

	/**
	 * One question and its answer.
	 *
	 * @param lines none when nothing was answered
	 */
	public record Row(LocalizedText label, List<Line> lines) {
	}

	/** A line of an answer. */
	public sealed interface Line {

		record Words(LocalizedText words) implements Line {
		}

		record Date(java.time.LocalDate date) implements Line {
		}

		record Number(long number) implements Line {
		}

		record Money(long amountVnd) implements Line {
		}

		record YesNo(boolean yes) implements Line {
		}

	}

}
