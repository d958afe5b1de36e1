package vn.motcua.reporting.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.paging.Slice;
import vn.motcua.reporting.Reports;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Template;

/** What the agencies whose reports go to one of them wrote in one place of the form (<i>lời của các đơn vị</i>): side by side, for whoever writes the summary. */
@Service
class GatheredWords {

	private final GatheredWordsStore store;

	private final Sheets sheets;

	private final ReportSums.Gathered gathered;

	private final Agencies agencies;

	GatheredWords(GatheredWordsStore store, Sheets sheets, ReportSums.Gathered gathered, Agencies agencies) {
		this.store = store;
		this.sheets = sheets;
		this.gathered = gathered;
		this.agencies = agencies;
	}

	/**
	 * A section of the outline, or a column of words in a table.
	 *
	 * @param asked name it has in addresses, {@code N1} or {@code B1.W1}
	 * @param codes under which its words are kept, in the order of the form
	 */
	record Place(ReportText.Kind kind, String asked, Template.@Nullable Narrative section, Template.@Nullable Table table, Template.@Nullable Column column, List<String> codes) {
	}

	/** @param text with its figures @param cell where it stands in a table, {@code null} for a section */
	record Said(Agency agency, Reports.State state, String text, ReportForm.@Nullable CellName cell, String by, Instant at) {
	}

	static List<Place> places(ReportForm form) {
		List<Place> places = new ArrayList<>();
		form.template().narratives().forEach(section -> places.add(new Place(ReportText.Kind.NARRATIVE, section.code(), section, null, null, List.of(section.code()))));
		for (FormTable table : form.tables()) {
			for (int at = 0; at < table.table().columns().size(); at++) {
				int column = at;
				Template.Column said = table.table().columns().get(at);
				List<String> codes = table.rows().stream().map(row -> row.cells().get(column).words()).filter(Objects::nonNull).toList();
				if (!codes.isEmpty()) {
					places.add(new Place(ReportText.Kind.WORDS, table.table().code() + "." + said.code(), null, table.table(), said, codes));
				}
			}
		}
		return places;
	}

	Slice<Said> list(ReportForm form, GatheredWordsStore.Asked asked, Locale language, int limit, @Nullable String after) {
		Slice<GatheredWordsStore.Said> said = store.list(asked, limit, after);
		LocalDate day = form.address().opening().period().to();
		Map<String, ReportForm.WordsCell> cells = form.words();
		Map<Integer, Map<Integer, BigDecimal>> amounts = amounts(form, asked, said.items());
		return said.map(each -> new Said(agencies.get(new AgencyId(each.agency()), day), each.state(),
				PlainRichText.filled(each.content(), figure -> words(form, figure, amounts.getOrDefault(each.agency(), Map.of()), language)),
				cells.containsKey(each.code()) ? cells.get(each.code()).name() : null, each.by(), each.at()));
	}

	/** A figure as it is kept; {@code null} when the form has no such one. */
	private static @Nullable String words(ReportForm form, String figure, Map<Integer, BigDecimal> amounts, Locale language) {
		return form.place(figure).map(place -> amounts.containsKey(place) ? Amounts.words(amounts.get(place), language) : "…").orElse(null);
	}

	/** Figures of those whose words name any, as on their own papers: of who gathers others the sums. */
	private Map<Integer, Map<Integer, BigDecimal>> amounts(ReportForm form, GatheredWordsStore.Asked asked, List<GatheredWordsStore.Said> said) {
		LocalDate day = form.address().opening().period().to();
		List<ReportForm> naming = said.stream().filter(each -> asked.kind() == ReportText.Kind.NARRATIVE && each.content().contains("{")).map(GatheredWordsStore.Said::agency).distinct()
			.map(agency -> form.by(agencies.get(new AgencyId(agency), day))).toList();
		if (naming.isEmpty()) {
			return Map.of();
		}
		Map<Integer, Map<Integer, BigDecimal>> amounts = new HashMap<>();
		sheets.sheets(naming.stream().map(each -> each.address().key()).toList()).forEach(sheet -> amounts.put(sheet.key().agency().value(), sheet.amounts()));
		gathered.of(naming, amounts).forEach((agency, sums) -> amounts.put(agency, sums.byPlace(form)));
		return amounts;
	}

	/** Those who wrote nothing there. */
	List<Agency> silent(ReportForm form, GatheredWordsStore.Asked asked, int limit) {
		LocalDate day = form.address().opening().period().to();
		return store.silent(asked, limit).stream().map(number -> agencies.get(new AgencyId(number), day)).toList();
	}

	int reports(GatheredWordsStore.Asked asked) {
		return store.count(asked);
	}

}
