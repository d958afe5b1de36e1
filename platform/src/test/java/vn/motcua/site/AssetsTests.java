package vn.motcua.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class AssetsTests {

	private final Assets assets = new Assets();

	/** So that a part that changed has another address, and the script that names it too. */
	@Test
	void aScriptNamesItsPartsByTheAddressesOfTheirContent() {
		List<String> parts = named("report-sheet.js");
		assertThat(parts).isNotEmpty().allMatch(part -> part.matches("/assets/sheet/[a-z]+\\.[0-9a-f]{16}\\.js"));
		assertThat(parts).allSatisfy(part -> assertThat(assets.content(part)).isPresent());
		assertThat(named("sheet/sums.js")).containsExactly(assets.href("sheet/numbers.js"));
	}

	private List<String> named(String script) {
		String text = new String(assets.content(assets.href(script)).orElseThrow(), StandardCharsets.UTF_8);
		assertThat(text).doesNotContain("asset:");
		return Pattern.compile(" from \"([^\"]+)\"").matcher(text).results().map(MatchResult::group).map(found -> found.replaceAll("^ from \"|\"$", "")).toList();
	}

}
