package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SpliceTests {

	private static final List<String> PARTS = List.of("a", "á", "bb", " ", "\n", "😀", "😁", "người", "");

	@Test
	void keepsWhatWasTypedOnly() {
		assertThat(Splice.of("Thiếu người ở xã", "Thiếu nhiều người ở xã")).isEqualTo(new Splice(7, "", "hiều n"));
		assertThat(Splice.of("", "Mới")).isEqualTo(new Splice(0, "", "Mới"));
		assertThat(Splice.of("Cũ", "")).isEqualTo(new Splice(0, "Cũ", ""));
		assertThat(Splice.of("aa", "a")).isEqualTo(new Splice(1, "a", ""));
		assertThat(Splice.of("x😀y", "x😁y")).as("a sign of two halves is not torn").isEqualTo(new Splice(1, "😀", "😁"));
	}

	@Test
	void tellsPeopleWholeWords() {
		assertThat(Splice.ofWords("Thiếu người ở xã", "Thiếu nghìn ở xã")).isEqualTo(new Splice(6, "người", "nghìn"));
		assertThat(Splice.ofWords("Xong", "Xong rồi")).isEqualTo(new Splice(0, "Xong", "Xong rồi"));
	}

	@Test
	void everyTextComesBack() {
		Random random = new Random(7);
		for (int at = 0; at < 20_000; at++) {
			String before = text(random), after = text(random);
			assertThat(Splice.of(before, after).before(after)).isEqualTo(before);
			assertThat(Splice.ofWords(before, after).before(after)).isEqualTo(before);
		}
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int parts = random.nextInt(8); parts > 0; parts--) {
			text.append(PARTS.get(random.nextInt(PARTS.size())));
		}
		return text.toString();
	}

}
