package vn.motcua.reporting.entry;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

import vn.motcua.reporting.entry.WorkbookContent.Line;
import vn.motcua.reporting.entry.WorkbookContent.Part;
import vn.motcua.reporting.spreadsheet.WorkbookGuard;

/**
 * Reads one agency's form as it stands on a sheet, row by row. Lines of tables that grow are known by their hidden key, so that they may have been moved,
 * added or deleted; what stands below them is found by its title.
 */
final class FormSheetReading {

	private final Sheet sheet;

	private final WorkbookStamp.Part stamped;

	private final FormLayout layout;

	private final WorkbookFindings findings;

	private final WorkbookCells cells;

	private final Map<Integer, String> amounts = new LinkedHashMap<>();

	private final Map<String, String> words = new LinkedHashMap<>();

	private final List<Line> lines = new ArrayList<>();

	private final Set<UUID> keys = new HashSet<>();

	/** How many rows lower than written the blocks stand, and the block that is read. */
	private int shift;

	private int block;

	private int seen;

	/** Row of a block where it really began. */
	private final int[] shifts;

	FormSheetReading(Sheet sheet, WorkbookStamp.Part stamped, ReportForm form, WorkbookFindings findings) {
		this.sheet = sheet;
		this.stamped = stamped;
		this.layout = FormLayout.of(form);
		this.findings = findings;
		this.cells = new WorkbookCells(sheet.getName(), findings);
		this.shifts = new int[layout.blocks().size()];
		form.words().keySet().forEach(code -> words.put(code, ""));
		form.byPlace().forEach((place, cell) -> {
			if (cell.typed()) {
				amounts.put(place, "");
			}
		});
	}

	Part read(List<String> merged) throws IOException {
		SheetRows.each(sheet, row -> {
			boolean wanted = row.getRowNum() - 1 < layout.rows() + Math.max(0, shift) + FormLayout.MOST_GROWING + 50;
			if (wanted) {
				row(row);
			}
			return wanted;
		});
		int expected = layout.blocks().stream().filter(each -> !each.table().grows()).mapToInt(FormLayout.Block::lines).sum();
		if (seen < expected && !findings.has("workbook-structure")) {
			findings.find(sheet.getName(), null, "workbook-rows", Map.of());
		}
		merged(merged);
		return new Part(stamped.agency(), stamped.version(), amounts, lines, stamped.rows(), words, stamped.words());
	}

	private void row(Row row) {
		int at = row.getRowNum() - 1;
		while (block + 1 < layout.blocks().size() && begins(row, at, layout.blocks().get(block + 1))) {
			block++;
			shifts[block] = shift;
		}
		if (layout.blocks().isEmpty()) {
			return;
		}
		FormLayout.Block here = layout.blocks().get(block);
		int line = at - here.body() - shift;
		if (line < 0) {
			heads(row, here, at - here.head() - shift);
			return;
		}
		if (here.table().grows()) {
			if (line < here.lines() || WorkbookCells.text(row, 0).matches("\\d{1,5}")) {
				growing(row, here, line);
			}
		}
		else if (line < here.lines() && heading(row, here, line)) {
			seen++;
			for (FormTable.FormCell cell : here.table().rows().get(line).cells()) {
				if (cell.typed()) {
					amounts.put(cell.place().position(), cells.number(row, FormLayout.Block.column(cell.column()), cell.decimals()));
				}
				else if (cell.words() != null) {
					words.put(cell.words(), cells.value(row, FormLayout.Block.column(cell.column()), here.table().table().columns().get(cell.column())));
				}
			}
		}
	}

	/** A column that was put in or taken out would move every figure under the heading beside its own. */
	private void heads(Row row, FormLayout.Block here, int level) {
		if (level >= 0 && level < here.table().head().size()) {
			here.heads(level).forEach((column, heading) -> {
				if (!WorkbookCells.text(row, column).equals(heading.text().vi().strip())) {
					findings.find(sheet.getName(), FormLayout.address(row.getRowNum() - 1, column), "workbook-heading", Map.of("wanted", heading.text().vi()));
				}
			});
		}
	}

	/** Below a table that grows the next one is found by its title, elsewhere it stands where it was written. */
	private boolean begins(Row row, int at, FormLayout.Block next) {
		boolean moved = layout.blocks().get(block).table().grows();
		if (moved && at >= layout.blocks().get(block).body() + shift && WorkbookCells.text(row, 0).equals(next.table().table().title().vi().strip())) {
			shift = at - next.title();
			return true;
		}
		return !moved && at >= next.title() + shift;
	}

	private boolean heading(Row row, FormLayout.Block here, int line) {
		String[] expected = FormLayout.heading(here, line);
		boolean same = WorkbookCells.text(row, 0).equals(expected[0].strip()) && WorkbookCells.text(row, 1).equals(expected[1].strip());
		if (!same) {
			findings.find(sheet.getName(), FormLayout.address(row.getRowNum() - 1, 1), "workbook-structure", Map.of("wanted", (expected[0] + " " + expected[1]).strip()));
		}
		return same;
	}

	private void growing(Row row, FormLayout.Block here, int line) {
		Map<String, String> values = new HashMap<>();
		for (int column = 0; column < here.table().table().columns().size(); column++) {
			var own = here.table().table().columns().get(column);
			String value = cells.value(row, FormLayout.Block.column(column), own);
			if (!value.isEmpty()) {
				values.put(own.code(), value);
			}
		}
		if (values.isEmpty()) {
			return;
		}
		lines.add(new Line(here.table().table().code(), line, key(row), values));
		if (lines.stream().filter(each -> each.table().equals(here.table().table().code())).count() == here.table().table().growing() + 1L) {
			findings.find(sheet.getName(), FormLayout.address(row.getRowNum() - 1, 0), "rows", Map.of("max", String.valueOf(here.table().table().growing())));
		}
	}

	/** Of a row that was copied only the first is the one that was written. */
	private @Nullable UUID key(Row row) {
		String text = WorkbookCells.text(row, layout.keyColumn());
		if (text.length() != 36) {
			return null;
		}
		try {
			UUID id = UUID.fromString(text);
			return stamped.rows().containsKey(id) && keys.add(id) ? id : null;
		}
		catch (IllegalArgumentException typedOver) {
			return null;
		}
	}

	/** Merged cells hide what stands under them; only those over cells to fill in matter. */
	private void merged(List<String> ranges) {
		for (String range : ranges) {
			int[] rows = WorkbookGuard.rows(range);
			for (int at = 0; rows != null && at < layout.blocks().size(); at++) {
				FormLayout.Block each = layout.blocks().get(at);
				if (rows[0] < each.body() + shifts[at] + each.lines() && rows[1] >= each.body() + shifts[at]) {
					findings.find(sheet.getName(), range, "workbook-merged", Map.of());
					break;
				}
			}
		}
	}

}
