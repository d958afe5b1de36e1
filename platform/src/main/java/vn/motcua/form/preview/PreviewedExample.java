package vn.motcua.form.preview;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.Assessment;
import vn.motcua.form.AnsweredPage;
import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.Channel;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * One example as it comes out.
 *
 * @param number from 1, in the order of the file
 * @param pages that are asked, those of the office too
 * @param dueAt for a dossier that is accepted when it is {@link #RECEIVED}, {@code null} when no case holds
 */
public record PreviewedExample(int number, LocalizedText name, LocalDate on, Channel channel, JsonNode answers, List<AnsweredPage> answered, List<FormPage> pages,
		Assessment assessment, @Nullable LocalizedText caseName, @Nullable LocalDateTime dueAt, List<FieldProblem> problems) {

	static final LocalTime RECEIVED = LocalTime.of(9, 0);

	/** Whether it becomes a dossier, which has a receipt and a result. */
	public boolean filed() {
		return problems.isEmpty() && dueAt != null;
	}

}
