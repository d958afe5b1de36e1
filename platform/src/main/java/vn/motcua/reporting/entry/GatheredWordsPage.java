package vn.motcua.reporting.entry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.Reports;
import vn.motcua.site.Page;
import vn.motcua.site.component.Choice;

/**
 * What agencies wrote in one place of the form, one after the other.
 *
 * @param place {@code null} where the form has no place for words
 * @param search part of a text
 * @param sent only of reports that were handed in
 * @param reports how many there are
 * @param silent who wrote nothing there, of the first page without a search
 */
public record GatheredWordsPage(ReportAddress gatherer, List<GatheredWords.Place> places, GatheredWords.@Nullable Place place, String search, boolean sent, boolean first, int reports, List<GatheredWords.Said> said,
		@Nullable String next, List<Agency> silent) {

	/** An agency with its words. */
	public record Unit(Agency agency, Reports.State state, String href, List<Text> texts) {
	}

	/** @param row of the table it stands in, empty for a section @param blocks of a section, {@code null} for words in a table */
	public record Text(String row, String words, @Nullable PlainRichText blocks, String by, Instant at) {
	}

	public String href() {
		return "/bao-cao/tong-hop/" + gatherer.path() + "/loi";
	}

	/** The same as a file. */
	public String file(String ending) {
		return href() + "." + ending + query();
	}

	public @Nullable String nextHref() {
		return next == null ? null : href() + query() + "&sau=" + next;
	}

	public boolean filtered() {
		return !search.isEmpty() || sent;
	}

	/** Whether it can be told who wrote nothing. */
	public boolean mayBeSilent() {
		return first && search.isEmpty() && reports > 0;
	}

	public String asked() {
		return place == null ? "" : place.asked();
	}

	public List<Choice> choices(Page page) {
		return places.stream().map(one -> new Choice(one.asked(), name(page, one))).toList();
	}

	public String name(Page page) {
		return place == null ? "" : name(page, place);
	}

	static String name(Page page, GatheredWords.Place place) {
		return place.section() != null ? page.text(place.section().heading()) : page.text(place.table().title()) + " – " + page.text(place.column().path().getLast());
	}

	public List<Unit> units(Page page) {
		List<Unit> units = new ArrayList<>();
		for (GatheredWords.Said one : said) {
			if (units.isEmpty() || !units.getLast().agency().id().equals(one.agency().id())) {
				String path = new ReportAddress(gatherer.regime(), gatherer.opening(), one.agency()).path();
				units.add(new Unit(one.agency(), one.state(), "/bao-cao/nhap/" + path, new ArrayList<>()));
			}
			units.getLast().texts().add(new Text(row(page, one), words(page, place, one), one.cell() == null ? PlainRichText.of(one.text(), _ -> null) : null, one.by(), one.at()));
		}
		return units;
	}

	static String row(Page page, GatheredWords.Said one) {
		return one.cell() == null ? "" : (one.cell().row().mark() == null ? "" : one.cell().row().mark() + ". ") + page.text(one.cell().row().name());
	}

	static String words(Page page, GatheredWords.Place place, GatheredWords.Said one) {
		return place.column() == null || place.column().kind().equals("text") ? one.text() : RowWords.value(place.column(), one.text(), page);
	}

	private String query() {
		return "?o=" + asked() + (search.isEmpty() ? "" : "&tim=" + URLEncoder.encode(search, StandardCharsets.UTF_8)) + (sent ? "&da-gui=1" : "");
	}

}
