package vn.motcua;

import java.util.List;

/** The platform with yardsticks beside it, for benchmarks only: {@code Yardsticks} is found because it lies in the program's package. */
final class YardstickServer {

	private YardstickServer() {
	}

	public static void main(String[] words) {
		MotCua.start(List.of(words));
	}

}
