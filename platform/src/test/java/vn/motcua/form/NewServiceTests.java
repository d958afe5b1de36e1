package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.motcua.form.making.NewCommand;

/** A few answers make a bundle that passes its check and its examples. */
class NewServiceTests {

	@TempDir
	Path folder;

	@Test
	void writesAServiceFromNothingButEnter() {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		Path written = new NewCommand(new ByteArrayInputStream("\n".repeat(20).getBytes(StandardCharsets.UTF_8)), out(said)).run(null, null, folder);
		assertThat(written).isNotNull();
		assertThat(run("check", written)).isEqualTo(written + ": fine\n");
		assertThat(run("try", written)).contains("✓ Exempt: Poor households", "fee 50000 đồng", "fee 0 đồng", "problem /applicant/phone form.required").doesNotContain("✗");
	}

	@Test
	void writesAServiceFromAFile() throws IOException {
		Path answers = folder.resolve("answers.yaml");
		Files.writeString(answers, """
				name: Cấp thẻ "hướng dẫn viên" & <du lịch> | Tour guide's card
				code: "1.004628"
				level: province
				department: so-van-hoa-the-thao-va-du-lich
				field_code: G16-DL
				place: named
				audience: both
				cases: Cấp mới = 15 working-day
				fee: 0
				exemptions: "-"
				steps: Tiếp nhận; Ký
				""");
		Path target = folder.resolve("guide");
		assertThat(run("new", target, "--answers", answers)).contains(target + ": fine").doesNotContain("✗");
		assertThat(Files.readString(target.resolve("service.yaml"))).contains("department: so-van-hoa-the-thao-va-du-lich", "field: {code: G16-DL, name: {vi: 'Hộ tịch', en: 'Civil status'}, new: true}", "audience: [citizen, enterprise]", "address: request.place ", "fees: []");
		assertThat(run("new", target, "--answers", answers)).contains("is there already");
	}

	/** The hours of the steps follow from the shortest time limit, however short it is and however many steps there are. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "A = 1 working-hour | T; K | 1", "A = 1 working-hour | T; a; b; c; d; e; f; g; h; K | 1", "A = 4 working-hour; B = 3 working-day | T; x; K | 4",
			"A = 1 working-day | T; x; y; K | 8", "A = 15 calendar-day; B = 2 month | T; x; K | 88", "A = 12 month | T; x; y; K | 2088" })
	void givesTheStepsNoMoreHoursThanTheShortestTimeLimit(String cases, String steps, int limit) throws IOException {
		Path answers = folder.resolve("answers.yaml");
		Files.writeString(answers, "cases: \"" + cases + "\"\nsteps: \"" + steps + "\"\n");
		Path target = folder.resolve("timed");
		assertThat(run("new", target, "--answers", answers)).contains(target + ": fine").doesNotContain("✗");
		double counted = Pattern.compile("<userTask id=\"(?:process|sign)[^a]*?\" .*motcua:hours=\"([0-9.]+)\"").matcher(Files.readString(target.resolve("process.bpmn"))).results()
			.filter(step -> !step.group().contains("process-again")).mapToDouble(step -> Double.parseDouble(step.group(1))).sum();
		assertThat(counted).isBetween(limit * 0.5, (double) limit);
	}

	@Test
	void saysWhichAnswerIsWrong() throws IOException {
		Path answers = folder.resolve("answers.yaml");
		Files.writeString(answers, "code: 1234\nlevel: galaxy\ncolour: red\n");
		String said = run("new", folder.resolve("none"), "--answers", answers);
		assertThat(said).contains("answers.yaml:1: answers-value: code", "answers.yaml:2: answers-value: level", "answers.yaml:3: answers-unknown: ");
		assertThat(folder.resolve("none")).doesNotExist();
	}

	@Test
	void asksAgainAndWritesNothingWithoutAnswers() {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		assertThat(new NewCommand(new ByteArrayInputStream("Tên\nwrong\n".getBytes(StandardCharsets.UTF_8)), out(said)).run(null, null, folder)).isNull();
		assertThat(said.toString(StandardCharsets.UTF_8)).contains("Write a number like 1.001193.", "nothing was written");
	}

	@Test
	void saysWhatDiffersBetweenTwoFolders() throws IOException {
		Path services = Path.of("..", "services");
		assertThat(run("diff", services.resolve("1.001193-dang-ky-khai-sinh"), services.resolve("1.001193-dang-ky-khai-sinh"))).isEqualTo("Hai phiên bản không khác nhau.\n");
		assertThat(run("diff", services.resolve("1.001193-dang-ky-khai-sinh"), services.resolve("2.000815-chung-thuc-ban-sao"), "--lang", "en")).contains("The record\n", "  Name: Birth registration → ");
	}

	private static PrintStream out(ByteArrayOutputStream said) {
		return new PrintStream(said, true, StandardCharsets.UTF_8);
	}

	private static String run(String task, Object... words) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		List<String> arguments = new java.util.ArrayList<>(List.of(task));
		List.of(words).forEach(word -> arguments.add(word.toString()));
		new ServiceCommand().run(arguments, out(said));
		return said.toString(StandardCharsets.UTF_8);
	}

}
