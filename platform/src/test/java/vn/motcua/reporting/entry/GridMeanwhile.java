package vn.motcua.reporting.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;

import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;

/** Parts of {@link GridTests}: what a paste leaves in doubt, and what was written elsewhere while the page stood open. */
record GridMeanwhile(GridHand hand, Sheets sheets) {

	/** A range from a spreadsheet in the other language is asked about once, and taking it back takes back what could not be read too. */
	void inDoubt() {
		String before = hand.cell(1, 2).inputValue();
		GridHand.paste(hand.cell(0, 1), "1,234\t2,345\n12,000\tkhông\n");
		assertThat(hand.cell(1, 2)).hasValue("không");
		hand.page().getByText("12.000, và đọc như vậy cả 3 ô vừa dán").click();
		assertThat(hand.cell(0, 1)).hasValue("1.234");
		assertThat(hand.cell(0, 2)).hasValue("2.345");
		assertThat(hand.cell(1, 1)).hasValue("12.000");
		assertThat(hand.page().locator(".mc-entry__choice")).hasCount(0);
		hand.page().keyboard().press("Control+z");
		assertThat(hand.cell(0, 1)).hasValue("10");
		hand.page().keyboard().press("Control+z");
		assertThat(hand.cell(1, 2)).hasValue(before);
		assertThat(hand.page().locator(".mc-entry__error")).hasCount(0);
		saved();
	}

	/** What the same clerk wrote elsewhere while this window had no line is not written over unseen. */
	void atTwoWindows(int place) {
		hand.page().context().setOffline(true);
		hand.arrive(0, 1);
		hand.page().keyboard().type("57");
		hand.page().keyboard().press("Enter");
		assertThat(hand.state()).containsText("Mất mạng");
		sheets.save(hand.fixture().key(), List.of(new CellChange(place, new BigDecimal(61), null)), ValueSource.TYPED, hand.fixture().clerk);
		hand.page().context().setOffline(false);
		hand.page().getByText("đã sửa thành 61").waitFor();
		Assertions.assertThat(sheets.sheet(hand.fixture().key()).amounts().get(place)).isEqualByComparingTo("61");
		Assertions.assertThat(hand.draft()).contains("\"57\"");
		hand.page().getByText("Giữ số của tôi: 57").click();
		hand.page().waitForCondition(() -> new BigDecimal(57).equals(sheets.sheet(hand.fixture().key()).amounts().get(place)));
		saved();
	}

	/** Notes, sections and rows that somebody else writes show on the open page. */
	void others(int place) {
		hand.cell(1, 1).focus();
		GrowingRow added = new GrowingRow("B2", UUID.randomUUID(), 7, Map.of("NOIDUNG", "Việc người khác ghi", "SO", "1500"), 0);
		GrowingRow known = hand.rows().of(hand.fixture().key()).getFirst();
		Locator mark = hand.cell(0, 1).locator("xpath=..").locator("a.mc-entry__noted");
		hand.write(ReportText.Kind.NOTE, String.valueOf(place), "Số của đồn công an");
		hand.write("Lời vừa đổi");
		hand.rows().write(hand.fixture().key(), added, hand.fixture().clerk);
		hand.rows().write(hand.fixture().key(), new GrowingRow("B2", known.id(), known.place(), Map.of("NOIDUNG", "Đã sửa lại"), known.version()), hand.fixture().clerk);
		mark.waitFor();
		assertThat(mark).hasText("Có ghi chú");
		assertThat(mark).hasAttribute("href", Pattern.compile(".*/ghi-chu\\?o=" + place));
		reads("textarea[name='t.N1']", "Lời vừa đổi");
		reads("input[name='g.B2." + added.id() + ".SO']", "1.500");
		reads("input[name='g.B2." + known.id() + ".NOIDUNG']", "Đã sửa lại");
		hand.write(ReportText.Kind.NOTE, String.valueOf(place), "");
		hand.page().waitForCondition(() -> mark.count() == 0);
		hand.page().locator("textarea[name='t.N1']").fill("Viết tiếp lên lời vừa đổi");
		hand.page().waitForCondition(() -> hand.narrative().equals("Viết tiếp lên lời vừa đổi"));
		saved();
	}

	/** With the next look of the page at what others saved. */
	private void reads(String field, String value) {
		Locator found = hand.page().locator(field);
		found.waitFor();
		hand.page().waitForCondition(() -> found.inputValue().equals(value));
	}

	private void saved() {
		hand.page().waitForCondition(() -> hand.state().textContent().contains("Đã lưu"));
	}

}
