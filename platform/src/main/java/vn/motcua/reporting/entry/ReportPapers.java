package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.file.Documents;
import vn.motcua.reporting.Findings;
import vn.motcua.reporting.PeriodWords;
import vn.motcua.reporting.ReportDocuments;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Totals;
import vn.motcua.site.Messages;

/** Draws whole reports as PDF and as Word documents. */
@Service
class ReportPapers implements ReportDocuments {

	private static final String SLIPS = "reporting/slip/";

	private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

	private final ReportForms forms;

	private final Sheets sheets;

	private final ComputedCells computed;

	private final ReportSums.Gathered gathered;

	private final TextStore texts;

	private final GrowingRowStore rows;

	private final AttachmentStore attachments;

	private final Findings findings;

	private final Documents documents;

	private final PaperFrame.Frames frames;

	private final Messages messages;

	private final Clock clock;

	ReportPapers(ReportForms forms, Sheets sheets, ComputedCells computed, ReportSums.Gathered gathered, TextStore texts, GrowingRowStore rows, AttachmentStore attachments, Findings findings,
			Documents documents, PaperFrame.Frames frames, Messages messages, Clock clock) {
		this.forms = forms;
		this.sheets = sheets;
		this.computed = computed;
		this.gathered = gathered;
		this.texts = texts;
		this.rows = rows;
		this.attachments = attachments;
		this.findings = findings;
		this.documents = documents;
		this.frames = frames;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public byte[] pdf(SheetKey key) {
		return pdf(paper(key, form -> gathered.of(form, sheets.sheet(key).amounts())));
	}

	@Override
	public byte[] pdf(SheetKey key, Totals.@Nullable Total total) {
		return pdf(paper(key, form -> gathered.of(form, sheets.sheet(key).amounts(), total)));
	}

	private byte[] pdf(ReportPaper paper) {
		StringOutput xhtml = new StringOutput();
		templates.render(SLIPS + "report.jte", Map.of("paper", paper), xhtml);
		return documents.pdf(xhtml.toString());
	}

	@Override
	public byte[] word(SheetKey key) {
		return new WordPaper(paper(key, form -> gathered.of(form, sheets.sheet(key).amounts()))).bytes();
	}

	private ReportPaper paper(SheetKey key, Function<ReportForm, @Nullable ReportSums> summing) {
		ReportForm form = forms.of(key);
		ReportSums below = summing.apply(form);
		Sheets.Sheet sheet = sheets.sheet(key);
		Map<String, BigDecimal> sums = computed.drawn(form, sheet.amounts());
		List<ReportText> said = texts.of(key);
		Map<Integer, ReportForm.CellName> names = form.names();
		List<ReportPaper.Section> sections = form.template().narratives().stream().map(section -> new ReportPaper.Section(section.heading().vi(),
				PlainRichText.of(said(said, ReportText.Kind.NARRATIVE, section.code()), figure -> form.figure(figure, below == null ? sheet.amounts() : below.amounts(), below == null ? sums : below.computed(), TypedNumber.VIETNAMESE)))).toList();
		List<ReportPaper.Note> notes = said.stream().filter(text -> text.kind() == ReportText.Kind.NOTE && !text.content().isBlank())
			.filter(text -> names.containsKey(Integer.valueOf(text.code())))
			.map(text -> new ReportPaper.Note(names.get(Integer.valueOf(text.code())).in(TypedNumber.VIETNAMESE), text.content())).toList();
		List<Findings.Finding> explained = said.stream().noneMatch(text -> text.kind() == ReportText.Kind.EXPLANATION) ? List.of()
				: findings.of(key).stream().filter(finding -> finding.explanation() != null).toList();
		Map<String, String> units = new HashMap<>();
		form.byPlace().values().stream().filter(cell -> cell.indicator() != null)
			.forEach(cell -> units.computeIfAbsent(cell.indicator().unit(), unit -> EntryPage.unitWords(messages, TypedNumber.VIETNAMESE, unit)));
		return new ReportPaper(form, frames.of(form.address()), sheet.amounts(), sums, below, rows.of(key), words(said), sections, explained, notes, attachments.of(key), units, sheet.version(),
				PeriodWords.of(messages, TypedNumber.VIETNAMESE, form.address().opening().period()), clock.instant());
	}

	private static Map<String, String> words(List<ReportText> said) {
		return said.stream().filter(text -> text.kind() == ReportText.Kind.WORDS).collect(Collectors.toMap(ReportText::code, ReportText::content));
	}

	private static String said(List<ReportText> said, ReportText.Kind kind, String code) {
		return said.stream().filter(text -> text.kind() == kind && text.code().equals(code)).map(ReportText::content).findFirst().orElse("");
	}

}
