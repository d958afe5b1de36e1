package vn.motcua.reporting.regime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.reporting.Aggregation;
import vn.motcua.reporting.Indicator;
import vn.motcua.reporting.PeriodType;
import vn.motcua.site.Messages;

/** Excel forms read as an upload does, with the packaged indicators and dimensions. */
record ReadForms(Path folder, List<FormFinding> findings) {

	private static final FigureNames NAMES = names(List.of());

	List<FormSheet> read(byte[] content) {
		try {
			return FormWorkbook.read(Files.write(folder.resolve("form.xlsx"), content), findings);
		}
		catch (IOException full) {
			throw new UncheckedIOException(full);
		}
	}

	FormTables.Taken take(byte[] file) {
		return new FormTables("THU_", NAMES, findings).take(read(file));
	}

	/** @param made indicators that an earlier form brought */
	static FigureNames names(List<FormTables.NewIndicator> made) {
		DesignCsv csv = new DesignCsv();
		List<Indicator> all = new ArrayList<>(csv.indicators(PackagedDesign.files().get("indicators.csv").lines().toList(), _ -> new AgencyId(1)));
		made.forEach(one -> all.add(indicator(one)));
		return new FigureNames(all, csv.dimensions(PackagedDesign.files().get("dimensions.csv").lines().toList()), Messages.load());
	}

	static Indicator indicator(FormTables.NewIndicator one) {
		return new Indicator(one.code(), "regime", LocalizedText.same(one.name()), one.unit(), 0, LocalizedText.same(one.name()), null, List.of(), Aggregation.SUM, Aggregation.SUM, null, null,
				PeriodType.MONTH, "unverified");
	}

}
