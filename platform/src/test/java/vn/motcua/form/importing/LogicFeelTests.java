package vn.motcua.form.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;
import vn.motcua.form.importing.LogicFeel.Operand;
import vn.motcua.form.importing.LogicFeel.Type;

/** Scripts and JSON logic of Form.io as FEEL, and what is refused rather than guessed. */
class LogicFeelTests {

	private static final LogicFeel.Answers ANSWERS = path -> switch (path.replaceFirst("^data\\.", "")) {
		case "kind" -> new Operand("kind", Type.TEXT, true);
		case "married" -> new Operand("married", Type.TRUTH, true);
		case "a", "b" -> new Operand(path.replaceFirst("^data\\.", ""), Type.NUMBER, true);
		case "day" -> new Operand("day", Type.DATE, true);
		case "boxes" -> new Operand("boxes", Type.LIST, true);
		default -> throw new NoFeel("there is no answer \"" + path + "\"");
	};

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			show = data.kind === 'x';                                       ~ kind = "x"
			show = data.married === true && data.a >= 18;                    ~ (married = true and a >= 18)
			show = data.married                                             ~ married = true
			show = !data.married;                                           ~ (married = true) != true
			show = data.kind == 'x' || data.kind == "y" // or so             ~ (kind = "x" or kind = "y")
			if (data.a > 3) { show = true; } else { show = false; }          ~ (if a > 3 then true else false)
			show = ['x', 'y'].includes(data.kind);                          ~ list contains(["x", "y"], kind)
			show = data.boxes.includes('z');                                ~ list contains(boxes, "z")
			show = data['kind'] !== '';                                     ~ kind != null
			show = data.day < '2020-01-01';                                 ~ day < date("2020-01-01")
			show = data.a === '3';                                          ~ a = 3
			show = data.kind === 3;                                         ~ kind = "3"
			show = data.married === 'true';                                 ~ married = true
			""")
	void saysConditionsOfScripts(String script, String feel) throws NoFeel {
		assertThat(new LogicFeel(ANSWERS).condition(ScriptLogic.of(script, "show"))).isEqualTo(feel);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			value = data.a + data.b * 2;                         ~ (a + (b * 2))
			value = (data.a || 0) - 1                            ~ ((if a = null then 0 else a) - 1)
			value = data.a > 10 ? data.a * 0.1 : 5;              ~ (if a > 10 then (a * 0.1) else 5)
			value = data.kind + ' số ' + data.a;                 ~ ((kind + " số ") + string(a))
			return data.a % 2;                                   ~ modulo(a, 2)
			value = -data.a;                                     ~ -(a)
			value = Number(data.a) / 4;                          ~ (a / 4)
			""")
	void saysCalculations(String script, String feel) throws NoFeel {
		assertThat(new LogicFeel(ANSWERS).value(ScriptLogic.of(script, "value"))).isEqualTo(feel);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			{"and": [{"==": [{"var": "data.kind"}, "x"]}, {"<": [{"var": "a"}, 5]}]}        ~ (kind = "x" and a < 5)
			{"!": [{"var": "married"}]}                                                     ~ (married = true) != true
			{"in": [{"var": "kind"}, ["x", "y"]]}                                           ~ list contains(["x", "y"], kind)
			{"if": [{"var": "married"}, {"var": "a"}, {"==": [1, 1]}, 2, 3]}                ~ ((if married = true then a else if 1 = 1 then 2 else 3) != null and (if married = true then a else if 1 = 1 then 2 else 3) != 0)
			{">": [{"max": [{"var": "a"}, {"var": "b"}]}, 7]}                               ~ max(a, b) > 7
			""")
	void saysJsonLogic(String logic, String feel) throws NoFeel {
		assertThat(new LogicFeel(ANSWERS).condition(new JsonMapper().readTree(logic))).isEqualTo(feel);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			show = fetch('http://localhost');                 ~ "fetch" is not understood
			show = data.unknown === 1;                        ~ there is no answer "data.unknown"
			var x = 1; show = x;                              ~ "show" is expected where "var" stands
			show = true; data.a = 2;                          ~ the script goes on after its first statement
			show = data.kind.match(/x/);                      ~ the script goes on after its first statement
			show = @data;                                        ~ "@" is not understood
			show = (data.a > 1;                               ~ ")" is expected where ";" stands
			""")
	void refusesWhatItDoesNotUnderstand(String script, String why) {
		assertThatThrownBy(() -> new LogicFeel(ANSWERS).condition(ScriptLogic.of(script, "show"))).isInstanceOf(NoFeel.class).hasMessage(why);
	}

}
