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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
				department: so-du-lich
				audience: both
				cases: Cấp mới = 15 working-day
				fee: 0
				exemptions: "-"
				steps: Tiếp nhận; Ký
				""");
		Path target = folder.resolve("guide");
		assertThat(run("new", target, "--answers", answers)).contains(target + ": fine").doesNotContain("✗");
		assertThat(Files.readString(target.resolve("service.yaml"))).contains("department: so-du-lich", "audience: [citizen, enterprise]", "fees: []");
		assertThat(run("new", target, "--answers", answers)).contains("is there already");
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
