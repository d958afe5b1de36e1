package vn.motcua.reporting.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.problem.ProblemException;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.SheetKey;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.ValueSource;
import vn.motcua.site.Messages;

/** Forms out into workbooks, for one agency or for all below it, and what was filled in back into sheets: all of a file or nothing. */
@Service
public class Workbooks {

	private static final int MOST_AGENCIES = 400;

	private final ReportForms forms;

	private final Agencies agencies;

	private final Reports reports;

	private final Sheets sheets;

	private final GrowingRowStore rows;

	private final EntryDesk desk;

	private final JsonMapper json;

	private final Messages messages;

	private final TransactionTemplate transaction;

	Workbooks(ReportForms forms, Agencies agencies, Reports reports, Sheets sheets, GrowingRowStore rows, EntryDesk desk, JsonMapper json, Messages messages,
			TransactionTemplate transaction) {
		this.forms = forms;
		this.agencies = agencies;
		this.reports = reports;
		this.sheets = sheets;
		this.rows = rows;
		this.desk = desk;
		this.json = json;
		this.messages = messages;
		this.transaction = transaction;
	}

	/** One agency's share of an upload, compared with what stands in its sheet. */
	record Compared(ReportForm form, int seenVersion, List<CellDifference> cells, List<GrowingRow> rows) {
	}

	/** @param now what stands there @param file what the workbook has @param changedSince whether somebody changed it after the workbook was written */
	public record CellDifference(int position, ReportForm.CellName name, BigDecimal now, BigDecimal file, boolean changedSince) {
	}

	void write(ReportForm form, boolean below, OutputStream out) throws IOException {
		List<ReportForm> all = below ? below(form) : List.of(form);
		List<FormWorkbook.Filled> filled = all.stream().map(each -> {
			SheetKey key = each.address().key();
			Sheets.Sheet sheet = sheets.sheet(key);
			boolean grows = each.tables().stream().anyMatch(FormTable::grows);
			return new FormWorkbook.Filled(ReportAddress.name(each.address().agency()).replace(':', '-'), each, sheet.version(), sheet.amounts(), grows ? rows.of(key) : List.of());
		}).toList();
		FormWorkbook.write(out, filled, WorkbookStamp.of(form.template(), json), messages.text(TypedNumber.VIETNAMESE, "reporting.entry.workbook.hint"));
	}

	/** The agencies under this one that owe the same report, and itself when it does. */
	List<ReportForm> below(ReportForm form) {
		ReportAddress address = form.address();
		List<ReportForm> found = new ArrayList<>();
		List<Agency> asked = new ArrayList<>(List.of(address.agency()));
		for (Agency.Level level : Agency.Level.values()) {
			asked.addAll(agencies.children(address.agency().id(), level, address.opening().period().to()));
		}
		for (Agency agency : asked) {
			ReportAddress own = new ReportAddress(address.regime(), address.opening(), agency);
			if (found.size() < MOST_AGENCIES && reports.find(own.key()).isPresent()) {
				found.add(forms.of(own));
			}
		}
		return found.isEmpty() ? List.of(form) : found;
	}

	WorkbookContent read(ReportForm form, Path file) {
		ReportAddress address = form.address();
		WorkbookStamp wanted = new WorkbookStamp(address.regime().code().value(), address.opening().period().code(), WorkbookStamp.of(form.template(), json), List.of());
		Map<String, ReportForm> known = new LinkedHashMap<>();
		below(form).forEach(each -> known.put(ReportAddress.name(each.address().agency()), each));
		known.put(ReportAddress.name(address.agency()), form);
		return WorkbookReading.read(file, wanted, agency -> Optional.ofNullable(known.get(agency)));
	}

	List<Compared> compare(ReportForm form, WorkbookContent content) {
		List<Compared> compared = new ArrayList<>();
		for (WorkbookContent.Part part : content.parts()) {
			ReportForm own = forms.at(form.address().regime().code().value(), form.address().opening().period().code(), part.agency());
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
			compared.add(new Compared(own, now.version(), differences, rows(key, part.rows())));
		}
		return compared;
	}

	/** Another one as soon as anything that was compared is another. */
	static String digest(List<Compared> compared) {
		StringBuilder all = new StringBuilder();
		for (Compared part : compared) {
			all.append(part.form().address().agency().id()).append('\n');
			part.cells().forEach(cell -> all.append(cell.position()).append(' ').append(Amounts.plain(cell.now())).append(' ').append(Amounts.plain(cell.file())).append('\n'));
			part.rows().forEach(row -> all.append(row.table()).append(' ').append(row.version() == 0 ? "" : row.id()).append(' ').append(row.version()).append(' ')
				.append(new TreeMap<>(row.values())).append('\n'));
		}
		return WorkbookStamp.digest(all.toString());
	}

	/** Takes all of it, or nothing when anything was changed since it was compared. */
	Optional<ProblemException> accept(List<Compared> compared, Actor actor, Runnable accepted) {
		try {
			transaction.executeWithoutResult(status -> {
				for (Compared part : compared.stream().sorted(Comparator.comparing(part -> part.form().address().agency().id().value())).toList()) {
					List<Sheets.CellChange> cells = part.cells().stream().map(cell -> new Sheets.CellChange(cell.position(), cell.file(), part.seenVersion())).toList();
					EntryDesk.Changes changes = new EntryDesk.Changes(cells, List.of(), part.rows());
					if (!changes.none() && !desk.save(part.form(), changes, ValueSource.FILE, actor).whole()) {
						throw new ProblemException(vn.motcua.kernel.problem.CommonProblem.CHANGED_MEANWHILE);
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

	/** Lines of the file against the rows there are, by their order; rows that the file has no more are emptied. */
	private List<GrowingRow> rows(SheetKey key, List<WorkbookContent.Line> lines) {
		Map<String, List<GrowingRow>> standing = new HashMap<>();
		rows.of(key).forEach(row -> standing.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row));
		Map<String, Map<Integer, WorkbookContent.Line>> read = new HashMap<>();
		lines.forEach(line -> read.computeIfAbsent(line.table(), table -> new LinkedHashMap<>()).put(line.place(), line));
		List<GrowingRow> changes = new ArrayList<>();
		standing.forEach((table, own) -> {
			for (int place = 0; place < Math.min(own.size(), FormLayout.MOST_GROWING); place++) {
				GrowingRow row = own.get(place);
				WorkbookContent.Line line = read.getOrDefault(table, Map.of()).get(place);
				Map<String, String> values = line == null ? Map.of() : line.values();
				if (!values.equals(row.values())) {
					changes.add(new GrowingRow(table, row.id(), row.place(), values, row.version()));
				}
			}
		});
		lines.stream().filter(line -> line.place() >= standing.getOrDefault(line.table(), List.of()).size())
			.forEach(line -> changes.add(new GrowingRow(line.table(), UUID.randomUUID(), line.place(), line.values(), 0)));
		return changes;
	}

	private static boolean differs(BigDecimal one, BigDecimal other) {
		return one == null || other == null ? one != other : one.compareTo(other) != 0;
	}

}
