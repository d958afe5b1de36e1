package vn.motcua.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The navigation says where a page lies. */
class ShellTests {

	private static final NavigationEntry DESK = entry("/bao-cao");

	private static final NavigationEntry FIGURES = entry("/bao-cao/phan-tich");

	private final Shell shell = new Shell(List.of(entry("/"), DESK, FIGURES), null, "/", false, false);

	@Test
	void aPageLiesUnderOneEntryTheNearest() {
		assertThat(shell.here("/bao-cao/phan-tich")).isEqualTo(FIGURES);
		assertThat(shell.here("/bao-cao/phan-tich/tai-ve")).isEqualTo(FIGURES);
		assertThat(shell.here("/bao-cao/che-do")).isEqualTo(DESK);
		assertThat(shell.here("/bao-cao-khac")).isNull();
		assertThat(shell.here("/")).isEqualTo(entry("/"));
	}

	private static NavigationEntry entry(String href) {
		return new NavigationEntry(NavigationEntry.Area.OFFICER, 1, href, "site.title", null);
	}

}
