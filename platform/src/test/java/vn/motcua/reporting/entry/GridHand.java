package vn.motcua.reporting.entry;

import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.springframework.beans.factory.BeanFactory;

import vn.motcua.kernel.Actor;
import vn.motcua.reporting.ValueSource;

/** The grid of a report as a clerk's hand finds it, and what stands behind it. */
record GridHand(Page page, BeanFactory program, EntryFixture fixture) {

	Locator cell(int row, int column) {
		return page.locator("input[aria-labelledby='r-B1-" + row + " h-B1-" + column + "']");
	}

	Locator total(int row) {
		return page.locator("output[aria-labelledby='r-B1-" + row + " h-B1-0']");
	}

	Locator state() {
		return page.locator("[data-sheet-state]");
	}

	/** Comes to a cell from another one, as keys and a first click do: what stands there is selected. */
	void arrive(int row, int column) {
		cell(1 - row, column).focus();
		cell(row, column).focus();
	}

	static void paste(Locator field, String text) {
		field.evaluate("(input, text) => { const data = new DataTransfer(); data.setData('text/plain', text); input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
				text);
	}

	String draft() {
		return (String) page.evaluate("() => localStorage.getItem('motcua.sheet.' + JSON.parse(document.getElementById('sheet').dataset.sheet).api)");
	}

	String said(String cell) {
		return texts().find(fixture.key(), ReportText.Kind.WORDS, cell).map(ReportText::content).orElse("");
	}

	String narrative() {
		return texts().find(fixture.key(), ReportText.Kind.NARRATIVE, "N1").map(ReportText::content).orElse("");
	}

	/** Numbers of cases in the rows that were added. */
	List<String> cases() {
		return rows().of(fixture.key()).stream().map(row -> row.values().getOrDefault("SO", "")).toList();
	}

	/** Somebody else writes the narrative. */
	void write(String words) {
		write(ReportText.Kind.NARRATIVE, "N1", words);
	}

	void write(ReportText.Kind kind, String code, String words) {
		int version = texts().find(fixture.key(), kind, code).map(ReportText::version).orElse(0);
		Actor colleague = new Actor(fixture.clerk.kind(), UUID.randomUUID(), "Ngô Thị Kia", null, fixture.clerk.agency(), fixture.clerk.permissions());
		org.assertj.core.api.Assertions.assertThat(texts().write(fixture.key(), List.of(new ReportText.Change(kind, code, words, version)), ValueSource.TYPED, colleague)).isEmpty();
	}

	TextStore texts() {
		return program.getBean(TextStore.class);
	}

	GrowingRowStore rows() {
		return program.getBean(GrowingRowStore.class);
	}

}
