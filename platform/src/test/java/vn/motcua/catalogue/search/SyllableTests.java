package vn.motcua.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vietnamese as it is typed: marks, their old and new place, keys left over. */
class SyllableTests {

	@ParameterizedTest
	@CsvSource({ "hoà, hòa", "thuỷ, thủy", "uỷ, ủy", "hoá, hóa", "ký, kí", "lý, lí", "quý, quí" })
	void oldAndNewSpellingAreTheSameWord(String old, String now) {
		assertThat(Syllable.of(old).exact()).isEqualTo(Syllable.of(now).exact());
	}

	@Test
	void marksTellWordsApartAndFoldedFormsDoNot() {
		assertThat(Syllable.of("thuế").exact()).isNotEqualTo(Syllable.of("thuê").exact());
		assertThat(Syllable.of("thuế").folded()).isEqualTo(Syllable.of("thuê").folded()).isEqualTo("thue");
		assertThat(Syllable.of("đường").folded()).isEqualTo("duong");
		assertThat(Syllable.of("a\u0302\u0301").exact()).as("decomposed").isEqualTo(Syllable.of("ấ").exact());
	}

	@ParameterizedTest
	@CsvSource({ "giaays, giấy", "giaasy, giấy", "ddawng, đăng", "dduwowngf, đường", "truwowcs, trước", "phieeus, phiếu", "hooj, hộ", "xaay, xây", "duwngj, dựng",
			"thuwcj, thực", "gia6y1, giấy", "d9a8ng, đăng", "d9u7o7ng2, đường", "ho6n, hôn", "tu7, tư", "ba5, bạ" })
	void readsKeysOfTypingPrograms(String keys, String word) {
		assertThat(TypedKeys.decode(keys)).map(Syllable::exact).contains(Syllable.of(word).exact());
	}

	@ParameterizedTest
	@CsvSource({ "sinh", "b", "1234567", "12" })
	void leavesOtherWordsAlone(String word) {
		assertThat(TypedKeys.decode(word)).isEmpty();
	}

}
