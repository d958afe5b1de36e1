package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cell;
import vn.motcua.reporting.CellSpec;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Indicators;
import vn.motcua.reporting.PeriodType;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportPeriod;
import vn.motcua.reporting.Template;

/** A form of one fixed table (total = online + direct, two columns) and one that grows, without a database. */
final class SampleForm {

	static final Template TEMPLATE = new Template(List.of(fixed(), growing()), List.of(), List.of());

	private SampleForm() {
	}

	static ReportForm of(String agencyCode) {
		return of(agencyCode, "2026-10", "VPCP.MAU", TEMPLATE);
	}

	static ReportForm of(String agencyCode, String period, String regime, Template template) {
		List<Cell> places = new ArrayList<>();
		template.tables().forEach(table -> table.cells().stream().filter(cell -> cell.indicator() != null)
			.forEach(cell -> places.add(new Cell(places.size(), cell.indicator(), cell.breakdown(), cell.indicator().value().equals("TL01") ? 2 : 0, Aggregation.SUM, null))));
		Known known = new Known(places);
		List<FormTable> tables = template.tables().stream().map(table -> FormTable.of(table, 1, known, known)).toList();
		return new ReportForm(address(agencyCode, period, regime), template, tables, ReportForm.byPlace(tables), FormFormulas.of(tables, template, 1, known, known));
	}

	private static ReportAddress address(String agency, String period, String regime) {
		LocalDate day = LocalDate.parse("2026-10-01");
		Regime of = new Regime(1, new RegimeCode(regime), 1, text("Báo cáo mẫu"), text("Mẫu"), new AgencyId(1), "", PeriodType.MONTH, List.of(), null, List.of(), List.of(),
				text("-"), text("-"), List.of(), text("-"), new Regime.Burden(BigDecimal.ONE, "unverified"), day, null, "unverified");
		Regimes.Opening opening = new Regimes.Opening(new ReportPeriod(PeriodType.MONTH, period, day, day, day.plusDays(30)), 1, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, null);
		return new ReportAddress(of, opening, new Agency(new AgencyId(7), Agency.Level.COMMUNE, "phuong", agency, agency, text("Kinh Bắc"), text("Phường Kinh Bắc"), null, day, null));
	}

	private static Template.Table fixed() {
		List<Template.Column> columns = List.of(column("sl", "number", text("Hồ sơ"), text("Số lượng")), column("tl", "number", text("Hồ sơ"), text("Tỷ lệ")));
		List<Template.Row> rows = List.of(new Template.Row("tong", "I", text("Tổng số"), 0), new Template.Row("tt", "1", text("Trực tuyến"), 1),
				new Template.Row("tr", "2", text("Trực tiếp"), 1));
		return new Template.Table("b1", text("Biểu 1"), columns, rows, List.of(cell("tong", "HS00", "sum(HS01, HS02)"), cell("tt", "HS01", null), cell("tr", "HS02", null),
				new Template.TableCell("tt", "tl", new IndicatorCode("TL01"), Breakdown.WHOLE, null, false)), 0);
	}

	private static Template.Table growing() {
		return new Template.Table("b2", text("Vướng mắc"), List.of(column("noi-dung", "text", text("Nội dung")), column("so", "number", text("Số việc")),
				new Template.Column("loai", List.of(text("Loại")), "choice", List.of(text("Nặng"), text("Nhẹ, thường")), 0), column("ngay", "date", text("Ngày"))), List.of(), List.of(), 20);
	}

	private static Template.Column column(String code, String kind, LocalizedText... path) {
		return new Template.Column(code, List.of(path), kind, List.of(), 0);
	}

	private static Template.TableCell cell(String row, String indicator, String formula) {
		return new Template.TableCell(row, "sl", new IndicatorCode(indicator), Breakdown.WHOLE, formula, true);
	}

	private static LocalizedText text(String text) {
		return LocalizedText.same(text);
	}

	private record Known(List<Cell> places) implements Cells, Indicators {

		@Override
		public List<Cell> of(int regime) {
			return places;
		}

		@Override
		public Optional<Cell> find(int regime, IndicatorCode indicator, Breakdown breakdown) {
			return places.stream().filter(cell -> cell.indicator().equals(indicator) && cell.breakdown().equals(breakdown)).findFirst();
		}

		@Override
		public void register(int regime, List<CellSpec> cells) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<Indicator> find(IndicatorCode code) {
			return Optional.of(new Indicator(code, "admin", text(code.value()), code.value().startsWith("TL") ? "percent" : code.value().startsWith("KG") ? Indicator.NO_UNIT : "dossier", 0, text("-"), null, List.of(), Aggregation.SUM,
					Aggregation.SUM, null, null, PeriodType.MONTH, "unverified"));
		}

		@Override
		public List<Indicator> all() {
			return List.of();
		}

	}

}
