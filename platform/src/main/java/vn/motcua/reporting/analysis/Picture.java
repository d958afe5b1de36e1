package vn.motcua.reporting.analysis;

import java.util.Arrays;
import java.util.Optional;

/** How an answer is drawn. */
public enum Picture {

	TABLE("bang"), BARS("cot"), LINES("duong"), MAP("ban-do"), RANKING("xep-hang");

	private final String word;

	Picture(String word) {
		this.word = word;
	}

	/** As addresses write it. */
	public String word() {
		return word;
	}

	public static Optional<Picture> find(String word) {
		return Arrays.stream(values()).filter(picture -> picture.word.equals(word)).findFirst();
	}

}
