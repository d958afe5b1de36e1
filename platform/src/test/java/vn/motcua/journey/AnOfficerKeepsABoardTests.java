package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;

/**
 * The clerk of Bắc Ninh asks for exports of the last twelve months, keeps the answer on a board, puts a map beside it, shares it with every officer and gets it by e-mail;
 * the clerk of Kinh Bắc finds it, copies it, and the first one deletes it in the end.
 */
@MotCuaTest
class AnOfficerKeepsABoardTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@EnumSource(Look.class)
	void aQuestionIsKeptSharedSentAndForgotten(Look look) {
		String name = "Xuất khẩu " + look.ordinal();
		String board;
		try (Person clerk = new Person(port, look)) {
			clerk.signIn("baocao.bacninh", "/bao-cao/phan-tich?indicator=TT0204").choose("level", "province").choose("span", "last-12-months").click(".mc-question button[type=submit]");
			clerk.click(".mc-views a[href*='view=cot']").click("main a[href^='/bao-cao/bang/moi']");
			clerk.text("ten", name).choose("hinh", "xep-hang").picture("board-save-" + look).click("form.mc-form button[type=submit]");
			assertThat(clerk.words()).contains(name);
			board = clerk.page().url().replaceAll(".*(/bao-cao/bang/\\d+).*", "$1");
			clerk.click("main a[href^='/bao-cao/phan-tich']").click(".mc-views a[href*='view=ban-do']").click("main a[href^='/bao-cao/bang/moi']");
			clerk.choose("bang", board.replaceAll(".*/", "")).choose("hinh", "ban-do").click("form.mc-form button[type=submit]");
			assertThat(clerk.page().locator(".mc-board__picture").count()).isEqualTo(2);
			clerk.click("main a[href='" + board + "/sua']").text("vi-tri-2", "1").choose("chia-se", "EVERYBODY").picture("board-edit-" + look).click("form.mc-form button[type=submit]");
			assertThat(clerk.page().locator(".mc-board__picture").first().locator("a[href*='view=ban-do']").count()).as("the map is first now").isPositive();
			clerk.picture("board-" + look).click("main a[href^='/bao-cao/thu/moi']").choose("nhip", "MONTHLY").picture("board-mail-" + look).click("form.mc-form button[type=submit]");
			assertThat(clerk.words()).contains(name);
			clerk.page().locator("main tr:has(a[href='" + board + "']) button").click();
			clerk.seen();
			assertThat(clerk.page().locator("main a[href='" + board + "']").count()).isZero();
		}
		try (Person other = new Person(port, look)) {
			other.signIn("baocao.kinhbac", "/bao-cao/bang").click("main a[href='" + board + "']").click("form[action$='/nhan-doi'] button");
			assertThat(other.words()).contains(name);
			other.click("main a[href$='/xoa']").click("main form[action$='/xoa'] button");
		}
		try (Person clerk = new Person(port, look)) {
			clerk.signIn("baocao.bacninh", board + "/xoa").click("main form[action$='/xoa'] button");
			assertThat(clerk.page().locator("main a[href='" + board + "']").count()).isZero();
		}
	}

}
