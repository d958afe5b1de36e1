package vn.motcua.form.preview;

import java.util.List;
import java.util.Map;

import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;

/** The pages of a preview, the same from a folder on somebody's machine and from a proposal. What there is not is {@link CommonProblem#NOT_FOUND}. */
final class PreviewPages {

	static final String RECEIPT = "giay-tiep-nhan";

	static final String RESULT = "ket-qua";

	private static final int MOST_SHEETS = 6;

	private PreviewPages() {
	}

	/** A template with what it draws. */
	record Drawn(String template, Map<String, Object> values) {
	}

	static Drawn index(Preview preview) {
		return new Drawn("form/preview/index", Map.of("preview", preview));
	}

	static Drawn process(Preview preview) {
		return new Drawn("form/preview/process", Map.of("preview", preview));
	}

	/** @param example whose answers stand on the page, 0 for none */
	static Drawn form(Preview preview, String id, int example) {
		if (example != 0) {
			example(preview, example);
		}
		if (preview.form().pages().stream().map(FormPage::id).noneMatch(id::equals)) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		PreviewedPage at = new PreviewedPage(preview.pages(example), id, example, preview.place());
		return new Drawn("form/preview/page", Map.of("preview", preview, "at", at, "view", preview.view(id, example)));
	}

	/** What becomes of an example: what it costs and asks for, its papers, its answers. */
	static Drawn outcome(Preview preview, int number) {
		PreviewedExample example = example(preview, number);
		List<PreviewedPaper> papers = example.filed() ? List.of(drawn(preview, example, RECEIPT), drawn(preview, example, RESULT)) : List.of();
		return new Drawn("form/preview/example", Map.of("preview", preview, "example", example, "papers", papers));
	}

	/** A paper of an example as PDF. */
	static byte[] paper(Preview preview, int number, String word) {
		PreviewedExample example = example(preview, number);
		if (!example.filed() || !word.equals(RECEIPT) && !word.equals(RESULT)) {
			throw new ProblemException(CommonProblem.NOT_FOUND);
		}
		return word.equals(RECEIPT) ? preview.papers().receipt(example) : preview.papers().result(example);
	}

	private static PreviewedPaper drawn(Preview preview, PreviewedExample example, String word) {
		return new PreviewedPaper(word, preview.papers().pictures(paper(preview, example.number(), word), MOST_SHEETS));
	}

	private static PreviewedExample example(Preview preview, int number) {
		return preview.example(number).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
	}

}
