package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.motcua.catalogue.feel.Feel;
import vn.motcua.catalogue.feel.FeelSyntaxException;

/** An expression in a bundle never hangs or exhausts the server. */
@Timeout(20)
class FeelLimitsTests {

	private final Feel feel = new Feel(Map.of(), (province, district) -> true);

	@ParameterizedTest
	@ValueSource(strings = { "for i in 1..1000000000 return i", "for i in 1..n return i", "count(for a in x, b in x, c in x return 1)", "x[count(x[count(x[item > 1]) > 1]) > 1]",
			"2 ** 100000000", "2 ** n", "function(a) a", "{f: function(n) f(n), r: f(1)}.r", "matches(t, \"(a+)+$\")", "matches(t, t)", "replace(t, \".*.*.*=\", \"\")", "matches(t, \"a?a?a\")", "matches(t, \"\\n[ab]{1,}\")",
			"matches(t, \"(ab)?c\")",
			"random number()", "now()", "today()", "get entries(x)" })
	void refusesWhatCouldTakeTooMuch(String expression) {
		assertThatThrownBy(() -> feel.expression(expression)).isInstanceOf(FeelSyntaxException.class);
	}

	/** Sixty times optional, then sixty times there: two to the sixtieth ways to try. */
	@Test
	void refusesManyPartsThatMayBeMissing() {
		assertThatThrownBy(() -> feel.expression("matches(t, \"" + "a?".repeat(60) + "a".repeat(60) + "\")")).isInstanceOf(FeelSyntaxException.class);
	}

	@Test
	void refusesLongChainsAndDeepBrackets() {
		assertThatThrownBy(() -> feel.expression("1" + "+1".repeat(1_900))).isInstanceOf(FeelSyntaxException.class);
		assertThatThrownBy(() -> feel.expression("(".repeat(300) + "1" + ")".repeat(300))).isInstanceOf(FeelSyntaxException.class);
		assertThatThrownBy(() -> feel.expression("x".repeat(5_000))).isInstanceOf(FeelSyntaxException.class);
	}

	@Test
	void endsAnEvaluationThatMultipliesTexts() {
		StringBuilder doubling = new StringBuilder("{a0: t + t");
		for (int at = 1; at < 60; at++) {
			doubling.append(", a%d: a%d + a%d".formatted(at, at - 1, at - 1));
		}
		assertThat(feel.expression(doubling + "}.a59").value(Map.of("t", "x".repeat(5_000)))).isNull();
		List<Map<String, Object>> items = new ArrayList<>();
		for (int at = 0; at < 200; at++) {
			items.add(Map.of("t", "x".repeat(5_000)));
		}
		long before = System.nanoTime();
		assertThat(feel.expression("for a in x, b in x return a.t + b.t").value(Map.of("x", items))).isNull();
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void allowsWhatServicesNeed() {
		List<Map<String, Object>> items = new ArrayList<>();
		for (int at = 0; at < 200; at++) {
			items.add(Map.of("pages", (long) at, "copies", 2L));
		}
		assertThat(feel.expression("sum(for d in x return d.copies * min(200000, 2000 * min(d.pages, 2)))").amountVnd(Map.of("x", items))).hasValue(2L * 2_000 * (1 + 2 * 198));
		assertThat(feel.expression("count(x[item.pages > 100]) = 99").holds(Map.of("x", items))).isTrue();
		assertThat(feel.expression("matches(t, \"[A-Z]{2}[0-9]+\")").holds(Map.of("t", "AB123"))).isTrue();
		assertThat(feel.expression("matches(t, \"[A-Z]-?[0-9]{3}\")").holds(Map.of("t", "A123"))).isTrue();
	}

}
