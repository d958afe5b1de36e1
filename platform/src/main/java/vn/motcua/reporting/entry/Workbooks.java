package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.CommonProblem;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.Attempts;
import vn.motcua.reporting.PeriodWords;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Messages;

/** Forms out into workbooks, and what was filled in back into sheets: all of one agency's share or nothing. */
@Service
public class Workbooks {

	private final Sheets sheets;

	private final GrowingRowStore rows;

	private final TextStore texts;

	private final EntryDesk desk;

	private final JsonMapper json;

	private final Messages messages;

	private final Attempts attempts;

	Workbooks(Sheets sheets, GrowingRowStore rows, TextStore texts, EntryDesk desk, JsonMapper json, Messages messages, Attempts attempts) {
		this.sheets = sheets;
		this.rows = rows;
		this.texts = texts;
		this.desk = desk;
		this.json = json;
		this.messages = messages;
		this.attempts = attempts;
	}

	/** One agency's share of an upload, compared with what stands in its sheet. */
	record Compared(ReportForm form, int seenVersion, List<CellDifference> cells, List<RowDifferences.RowDifference> rows, List<WordsDifference> words) {

		int changes() {
			return cells.size() + words.size() + (int) rows.stream().filter(row -> row.kind() != RowDifferences.Kind.SHIFTED).count();
		}

		EntryDesk.Changes asSaved() {
			return new EntryDesk.Changes(cells.stream().map(cell -> new Sheets.CellChange(cell.position(), cell.file(), seenVersion)).toList(),
					words.stream().map(WordsDifference::change).toList(),
					rows.stream().map(RowDifferences.RowDifference::row).toList());
		}

	}

	/** @param now what stands there @param file what the workbook has @param changedSince whether somebody changed it after the workbook was written */
	public record CellDifference(int position, ReportForm.CellName name, BigDecimal now, BigDecimal file, boolean changedSince) {
	}

	/** Words in a table. @param now what stands there, at that version @param changedSince whether somebody changed them after the workbook was written */
	public record WordsDifference(String code, ReportForm.CellName name, String now, int version, String file, boolean changedSince) {

		ReportText.Change change() {
			return new ReportText.Change(ReportText.Kind.WORDS, code, file, version);
		}

	}

	void write(ReportForm form, OutputStream out) throws IOException {
		FormWorkbook.write(out, form.address(), List.of(filled(form)), WorkbookStamp.of(form.template(), json),
				PeriodWords.of(messages, TypedNumber.VIETNAMESE, form.address().opening().period()), messages.text(TypedNumber.VIETNAMESE, "reporting.entry.workbook.hint"));
	}

	/** What goes onto the sheet of one agency. */
	FormWorkbook.Filled filled(ReportForm form) {
		SheetKey key = form.address().key();
		Sheets.Sheet sheet = sheets.sheet(key);
		boolean grows = form.tables().stream().anyMatch(FormTable::grows);
		Map<String, String> words = new LinkedHashMap<>();
		if (form.tables().stream().anyMatch(FormTable::says)) {
			texts.words(key).forEach((code, text) -> words.put(code, text.content()));
		}
		return new FormWorkbook.Filled(form.address().agency().name().vi(), form, sheet.version(), sheet.amounts(), grows ? rows.of(key) : List.of(), words);
	}

	/** What a workbook of this report must say of itself. */
	WorkbookStamp wanted(ReportForm form) {
		ReportAddress address = form.address();
		return new WorkbookStamp(WorkbookStamp.Shape.FORMS, address.regime().code().value(), address.opening().period().code(), WorkbookStamp.of(form.template(), json), List.of());
	}

	WorkbookContent read(ReportForm form, Path file) {
		String own = ReportAddress.name(form.address().agency());
		return WorkbookReading.read(file, wanted(form), agency -> agency.equals(own) ? Optional.of(form) : Optional.empty());
	}

	List<Compared> compare(ReportForm form, WorkbookContent content) {
		return content.parts().stream().map(part -> compare(form, part)).toList();
	}

	/** @param own form of the agency whose share it is */
	Compared compare(ReportForm own, WorkbookContent.Part part) {
		SheetKey key = own.address().key();
		Sheets.Sheet now = sheets.sheet(key);
		Sheets.Sheet then = part.seenVersion() < now.version() ? sheets.sheet(key, part.seenVersion()) : now;
		Map<Integer, ReportForm.CellName> names = own.names();
		List<CellDifference> differences = new ArrayList<>();
		part.cells().forEach((place, value) -> {
			BigDecimal read = value.isEmpty() ? null : new BigDecimal(value);
			if (own.byPlace().containsKey(place) && differs(then.amounts().get(place), read) && differs(now.amounts().get(place), read)) {
				differences.add(new CellDifference(place, names.get(place), now.amounts().get(place), read, differs(then.amounts().get(place), now.amounts().get(place))));
			}
		});
		return new Compared(own, now.version(), differences, rows(own, part), words(own, part));
	}

	/** Another one as soon as anything that was compared is another. */
	static String digest(List<Compared> compared) {
		StringBuilder all = new StringBuilder();
		for (Compared part : compared) {
			all.append(part.form().address().agency().id()).append('\n');
			part.cells().forEach(cell -> all.append(cell.position()).append(' ').append(Amounts.plain(cell.now())).append(' ').append(Amounts.plain(cell.file())).append('\n'));
			part.words().forEach(text -> all.append(text.code()).append(' ').append(text.version()).append(' ').append(WorkbookStamp.of(text.file())).append('\n'));
			part.rows().stream().map(RowDifferences.RowDifference::row).forEach(row -> all.append(row.table()).append(' ').append(row.version() == 0 ? "" : row.id()).append(' ')
				.append(row.version()).append(' ').append(row.place()).append(' ').append(new TreeMap<>(row.values())).append('\n'));
		}
		return WorkbookStamp.digest(all.toString());
	}

	/** Takes all of it, or nothing when anything was changed since it was compared. @param accepted what is done in the same transaction */
	Optional<ProblemException> accept(List<Compared> compared, ValueSource source, Actor actor, Runnable accepted) {
		try {
			attempts.run(() -> {
				for (Compared part : compared) {
					if (!part.asSaved().none() && !desk.save(part.form(), part.asSaved(), source, actor).whole()) {
						throw new ProblemException(CommonProblem.CHANGED_MEANWHILE);
					}
				}
				accepted.run();
			});
			return Optional.empty();
		}
		catch (ProblemException refused) {
			return Optional.of(refused);
		}
	}

	/** What the clerk left alone stays as it is now. */
	private List<WordsDifference> words(ReportForm own, WorkbookContent.Part part) {
		Map<String, ReportForm.WordsCell> cells = part.words().isEmpty() ? Map.of() : own.words();
		Map<String, ReportText> standing = cells.isEmpty() ? Map.of() : texts.of(own.address().key()).stream().filter(text -> text.kind() == ReportText.Kind.WORDS)
			.collect(Collectors.toMap(ReportText::code, text -> text));
		List<WordsDifference> differences = new ArrayList<>();
		part.words().forEach((code, file) -> {
			ReportText now = standing.get(code);
			String stands = now == null ? "" : now.content();
			String nothing = WorkbookStamp.of("");
			String written = part.wordsWritten().getOrDefault(code, nothing);
			if (cells.containsKey(code) && !WorkbookStamp.of(file).equals(written) && !file.equals(stands)) {
				differences.add(new WordsDifference(code, cells.get(code).name(), stands, now == null ? 0 : now.version(), file, !WorkbookStamp.of(stands).equals(written)));
			}
		});
		return differences;
	}

	private List<RowDifferences.RowDifference> rows(ReportForm own, WorkbookContent.Part part) {
		if (own.tables().stream().noneMatch(FormTable::grows)) {
			return List.of();
		}
		Map<String, List<GrowingRow>> standing = rows.of(own.address().key()).stream().collect(Collectors.groupingBy(GrowingRow::table));
		Map<String, List<WorkbookContent.Line>> read = part.rows().stream().collect(Collectors.groupingBy(WorkbookContent.Line::table));
		List<RowDifferences.RowDifference> differences = new ArrayList<>();
		own.template().tables().stream().filter(table -> table.growing() > 0).forEach(table -> differences.addAll(RowDifferences.of(table.code(), table.growing(),
				standing.getOrDefault(table.code(), List.of()), read.getOrDefault(table.code(), List.of()), part.written())));
		return differences;
	}

	private static boolean differs(BigDecimal one, BigDecimal other) {
		return one == null || other == null ? one != other : one.compareTo(other) != 0;
	}

}
