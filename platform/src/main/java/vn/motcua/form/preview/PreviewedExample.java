package vn.motcua.form.preview;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.Assessment;
import vn.motcua.form.AnsweredPage;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.problem.FieldProblem;

/**
 * One example as it comes out.
 *
 * @param number from 1, in the order of the file
 * @param dueAt for a dossier received at 9 o'clock of its day, {@code null} when no case holds
 */
public record PreviewedExample(int number, LocalizedText name, LocalDate on, String channel, JsonNode answers, List<AnsweredPage> answered, Assessment assessment,
		@Nullable LocalizedText caseName, @Nullable LocalDateTime dueAt, List<FieldProblem> problems) {
}
