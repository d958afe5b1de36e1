package vn.motcua.reporting.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.Browser;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;

/** The grid under the hands of a clerk: keys, paste from a spreadsheet, undo, saving by itself, a conflict, no line. */
@MotCuaTest
class GridTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private Sheets sheets;

	@LocalServerPort
	private int port;

	private Page page;

	private GridHand hand;

	@Test
	void aClerkFillsInAGrid() {
		EntryFixture fixture = EntryFixture.open(program, "THU.NHAP.LUOI");
		try (Browser browser = Browser.at(port)) {
			page = browser.page();
			hand = new GridHand(page, program, fixture);
			page.context().addCookies(List.of(new Cookie("phien", Visit.signedIn(port, EntryFixture.CLERK).cookieHeader().replaceFirst(".*phien=([^;]*).*", "$1")).setUrl("http://localhost:" + port)));
			browser.open(fixture.page()).checkAccessibility();
			int first = Integer.parseInt(cell(0, 1).getAttribute("name").substring(1));
			keys();
			paste();
			new GridMeanwhile(hand, sheets).inDoubt();
			conflict(fixture, first);
			offline(fixture, first);
			new GridMeanwhile(hand, sheets).atTwoWindows(first);
			rows(fixture);
			pastedRows(fixture);
			words(fixture);
			wordsInCells(fixture);
			new GridMeanwhile(hand, sheets).others(first);
			browser.checkAccessibility();
		}
	}

	private void keys() {
		cell(0, 1).click();
		page.keyboard().type("1200");
		page.keyboard().press("ArrowDown");
		assertThat(cell(1, 1)).isFocused();
		assertThat(cell(0, 1)).hasValue("1.200");
		assertThat(hand.total(0)).hasText("1.200");
		page.keyboard().press("ArrowRight");
		page.keyboard().type("5");
		page.keyboard().press("Escape");
		assertThat(cell(1, 2)).hasValue("");
		page.keyboard().type("1.5");
		page.keyboard().press("Enter");
		assertThat(page.locator(".mc-entry__error")).not().isEmpty();
		cell(1, 2).focus();
		page.keyboard().press("Escape");
		assertThat(page.locator("[data-sheet-state]")).containsText("Đã lưu");
	}

	private void paste() {
		cell(0, 1).click();
		GridHand.paste(cell(0, 1), "10\t20\n1.000\t2\n");
		assertThat(cell(0, 2)).hasValue("20");
		assertThat(cell(1, 1)).hasValue("1.000");
		assertThat(hand.total(1)).hasText("1.002");
		cell(0, 1).focus();
		page.keyboard().press("Control+z");
		assertThat(cell(0, 1)).hasValue("1.200");
		assertThat(cell(1, 1)).hasValue("");
		page.keyboard().press("Control+y");
		assertThat(hand.total(0)).hasText("30");
		assertThat(page.locator("[data-sheet-state]")).containsText("Đã lưu");
		cell(1, 3).focus();
		GridHand.paste(cell(1, 3), "7\n8\n9\n10\n");
		assertThat(page.locator("[data-sheet-state]")).containsText(java.util.regex.Pattern.compile("Đã lưu.*3 giá trị"));
		cell(1, 3).fill("");
		page.keyboard().press("Enter");
		assertThat(page.locator("[data-sheet-state]")).not().containsText("giá trị");
	}

	/** Somebody else's figure shows by itself where nobody types; in a cell both changed, both stand to choose from. */
	private void conflict(EntryFixture fixture, int place) {
		int other = Integer.parseInt(cell(1, 3).getAttribute("name").substring(1));
		page.route("**/sheets/**", route -> {
			if (route.request().method().equals("PATCH")) {
				sheets.save(fixture.key(), List.of(new CellChange(place, new BigDecimal(77), null), new CellChange(other, new BigDecimal(6), null)), ValueSource.COUNTED, Actor.platform());
				page.unroute("**/sheets/**");
			}
			route.resume();
		});
		arrive(0, 1);
		page.keyboard().type("55");
		page.keyboard().press("Tab");
		assertThat(page.getByText("Một Cửa đã sửa thành 77")).isVisible();
		org.assertj.core.api.Assertions.assertThat(draft()).as("what was typed stays in the draft until somebody chose").contains("\"55\"");
		page.getByText("Giữ số của tôi: 55").click();
		assertThat(page.locator("[data-sheet-state]")).containsText("Đã lưu");
		assertThat(cell(1, 3)).hasValue("6");
		page.waitForCondition(() -> new BigDecimal(55).equals(sheets.sheet(fixture.key()).amounts().get(place)));
	}

	private void offline(EntryFixture fixture, int place) {
		page.context().setOffline(true);
		arrive(0, 1);
		page.keyboard().type("56");
		page.keyboard().press("Enter");
		assertThat(page.locator("[data-sheet-state]")).containsText("Mất mạng");
		page.context().setOffline(false);
		page.waitForCondition(() -> new BigDecimal(56).equals(sheets.sheet(fixture.key()).amounts().get(place)));
		assertThat(page.locator("[data-sheet-state]")).containsText("Đã lưu");
		org.assertj.core.api.Assertions.assertThat(draft()).isNull();
	}

	/** 1.000 in a column of whole numbers is a thousand, and a number that cannot be read empties nothing. */
	private void rows(EntryFixture fixture) {
		page.locator("input[name$='.NOIDUNG']").first().fill("Mất mạng");
		page.locator("input[name$='.SO']").first().fill("1.000");
		page.locator("input[name$='.NOIDUNG']").nth(1).focus();
		page.waitForCondition(() -> hand.cases().equals(List.of("1000")));
		page.locator("input[name$='.SO']").first().fill("nghìn");
		page.locator("input[name$='.NOIDUNG']").nth(1).focus();
		assertThat(page.locator("[data-sheet-state]")).containsText("Hãy nhập một số");
		org.assertj.core.api.Assertions.assertThat(hand.cases()).containsExactly("1000");
	}

	/** A range goes into rows as into cells, and the table grows with it. */
	private void pastedRows(EntryFixture fixture) {
		page.locator("input[name$='.SO']").first().fill("1");
		GridHand.paste(page.locator("input[name$='.NOIDUNG']").first(), "Mất mạng\t1\tNhẹ\nMất điện\t2.000\tNặng\nThiếu người\t3\t\nHết giấy\t4\tNhẹ\n");
		page.waitForCondition(() -> hand.cases().equals(List.of("1", "2000", "3", "4")));
		assertThat(page.locator("[data-sheet-state]")).containsText("Đã lưu");
	}

	/** What somebody else wrote stands beside what was typed; nothing is sent until the clerk has chosen. */
	private void words(EntryFixture fixture) {
		Locator narrative = page.locator("textarea[name='t.N1']"), theirs = page.locator("[id='meanwhile-t.N1']");
		narrative.fill("Lời đầu");
		page.waitForCondition(() -> hand.narrative().equals("Lời đầu"));
		assertThat(page.locator("[data-sheet-state]")).containsText("Đã lưu");
		hand.write("Lời của người khác");
		narrative.fill("Lời của tôi");
		assertThat(theirs).containsText("Lời của người khác");
		assertThat(page.locator("[data-sheet-state]")).containsText("Hãy chọn bản muốn giữ");
		narrative.fill("Lời của tôi, viết tiếp");
		page.reload();
		assertThat(narrative).hasValue("Lời của tôi, viết tiếp");
		assertThat(theirs).containsText("Ngô Thị Kia");
		org.assertj.core.api.Assertions.assertThat(hand.narrative()).isEqualTo("Lời của người khác");
		page.getByText("Giữ bản của tôi").click();
		page.waitForCondition(() -> hand.narrative().equals("Lời của tôi, viết tiếp"));
		assertThat(theirs).hasCount(0);
		assertThat(page.locator("[data-sheet-state]")).containsText("Đã lưu");
		hand.write("Lời sau cùng");
		narrative.fill("Bỏ đi");
		page.getByText("Lấy bản của người kia").click();
		assertThat(narrative).hasValue("Lời sau cùng");
		org.assertj.core.api.Assertions.assertThat(draft()).isNull();
	}

	/** Beside figures: typed, moved through, pasted with figures, taken back, shown when somebody else saved, and both to choose from. */
	private void wordsInCells(EntryFixture fixture) {
		Locator note = page.locator("textarea[name='w.B1.R1.GHICHU']"), choice = page.locator("select[name='w.B1.R1.DANHGIA']"), below = page.locator("textarea[name='w.B1.R2.GHICHU']");
		cell(0, 3).focus();
		page.keyboard().press("ArrowRight");
		assertThat(choice).isFocused();
		page.keyboard().press("ArrowRight");
		assertThat(note).isFocused();
		page.keyboard().type("Dòng một");
		page.keyboard().press("Alt+Enter");
		page.keyboard().type("dòng hai");
		page.keyboard().press("Enter");
		assertThat(below).isFocused();
		page.waitForCondition(() -> hand.said("B1.R1.GHICHU").equals("Dòng một\ndòng hai"));
		GridHand.paste(cell(0, 3), "4\tđạt\t\"Bão, \nlũ\"\n5\tChưa đạt\tSửa =1+1\n");
		assertThat(choice).hasValue("Đạt");
		page.waitForCondition(() -> hand.said("B1.R1.GHICHU").equals("Bão, \nlũ") && hand.said("B1.R2.DANHGIA").equals("Chưa đạt") && hand.said("B1.R2.GHICHU").equals("Sửa =1+1"));
		note.focus();
		page.keyboard().press("Control+z");
		assertThat(note).hasValue("Dòng một\ndòng hai");
		page.waitForCondition(() -> hand.said("B1.R1.DANHGIA").isEmpty() && hand.said("B1.R1.GHICHU").startsWith("Dòng một"));
		GridHand.paste(choice, "Tuyệt vời");
		assertThat(page.getByText("Hãy chọn một mục trong danh sách.")).isVisible();
		cell(0, 1).focus();
		hand.write(ReportText.Kind.WORDS, "B1.R1.GHICHU", "Của người khác");
		assertThat(note).hasValue("Của người khác");
		page.route("**/sheets/**", route -> {
			if (route.request().method().equals("PATCH")) {
				hand.write(ReportText.Kind.WORDS, "B1.R1.GHICHU", "Lại sửa");
				page.unroute("**/sheets/**");
			}
			route.resume();
		});
		note.fill("Của tôi");
		assertThat(page.getByText("đã sửa thành Lại sửa")).isVisible();
		org.assertj.core.api.Assertions.assertThat(draft()).contains("Của tôi");
		page.getByText("Giữ bản của tôi").click();
		page.waitForCondition(() -> hand.said("B1.R1.GHICHU").equals("Của tôi"));
		assertThat(page.locator("[data-sheet-state]")).containsText("Đã lưu");
		org.assertj.core.api.Assertions.assertThat(draft()).isNull();
	}

	private Locator cell(int row, int column) {
		return hand.cell(row, column);
	}

	private void arrive(int row, int column) {
		hand.arrive(row, column);
	}

	private String draft() {
		return hand.draft();
	}

}
