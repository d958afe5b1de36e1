package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.agent.mapping.RowMapping;
import vn.motcua.agent.source.Columns;
import vn.motcua.agent.source.Finding;
import vn.motcua.agent.source.Row;

/** What cannot be followed in the agent's file is said before anything is done, with its place and without its secrets. */
class SettingsReaderTests {

	private static final String WHOLE = """
			server: http://localhost:8080
			client: { id: a, secret: hush }
			source: { folder: ., files: '*.csv' }
			mapping: { code: Mã, procedure: TTHC, agency: { value: H26 }, status: Trạng thái, at: Lúc }
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "http://localhost:8080 | http://dichvucong.example.vn | server: is an address like https", "*.csv | '*.{csv' | source.files: is a pattern",
			"folder: . | folder: ., encoding: UTF-9 | source.encoding: is auto", "folder: . | folder: ., separator: tab | source.separator: is auto or one letter",
			"procedure: TTHC | 'procedure: { column: TTHC, part: ''('' }' | mapping.procedure.part: is a regular expression", "secret: hush | secretFile: nowhere | client.secretFile: cannot be read" })
	void saysWhatIsWrongAndWhere(String from, String to, String message) {
		assertThatThrownBy(() -> read(WHOLE.replace(from, to))).isInstanceOf(SettingsProblem.class).hasMessageStartingWith(message);
	}

	@Test
	void rowsThatAreLeftOutAreNamedByAColumnAndWhatItSays() throws Exception {
		Row draft = new Row("a.csv", 2, new Columns(List.of("Trạng thái")), List.of("lưu  NHÁP"), false);
		Row empty = new Row("a.csv", 3, draft.columns(), List.of(), false);
		String skipping = WHOLE.replace("code: Mã", "skip: { column: Trạng thái, values: [Lưu nháp, Nháp] }, code: Mã");
		assertThat(read(WHOLE).mapping().leavesOut(draft)).isFalse();
		assertThat(read(skipping).mapping().leavesOut(draft)).isTrue();
		assertThat(read(skipping).mapping().leavesOut(empty)).isFalse();
		assertThat(read(skipping.replace("[Lưu nháp, Nháp]", "['']")).mapping().leavesOut(empty)).isTrue();
		assertThatThrownBy(() -> read(skipping.replace(", values: [Lưu nháp, Nháp]", ""))).hasMessageStartingWith("mapping.skip.values: is missing");
		assertThatThrownBy(() -> read(skipping.replace("Nháp]", "~]"))).hasMessageStartingWith("mapping.skip.values: has an entry with nothing");
	}

	@Test
	void aColumnThatIsOptionalMayBeMissing() throws Exception {
		String optional = WHOLE.replace("code: Mã", "note: { column: Ghi chú, optional: true }, officer: Cán bộ, code: Mã");
		Row row = new Row("a.csv", 2, new Columns(List.of("Mã", "TTHC", "Trạng thái", "Lúc")), List.of(), false);
		assertThat(read(optional).mapping().missing(row)).containsExactly(new Finding("a.csv", 0, "Cán bộ", "column-missing", "Mã, TTHC, Trạng thái, Lúc"));
		assertThat(read(optional.replace("officer: Cán bộ", "officer: Ghi chú")).mapping().missing(row)).as("something else needs it").extracting(Finding::column).containsExactly("Ghi chú");
		assertThatThrownBy(() -> read(optional.replace("true", "yes"))).hasMessageStartingWith("mapping.note.optional: is true or false");
	}

	@Test
	void aYearOfTwoDigitsIsReadWhereTheFormatSaysSo() throws Exception {
		Row row = new Row("a.csv", 2, new Columns(List.of("Mã", "TTHC", "Trạng thái", "Lúc")), List.of("H26-260305-0001", "1.001193", "1", "05/03/26"), false);
		RowMapping mapping = new RowMapping(read(WHOLE.replace("at: Lúc", "at: { column: Lúc, format: dd/MM/yy }")).mapping());
		assertThat(mapping.map(row, finding -> { })).extracting(line -> line.at().toString()).containsExactly("2026-03-04T17:00:00Z");
	}

	@Test
	void takesPlainHttpToThisMachineAndTlsAnywhere() throws Exception {
		assertThat(read(WHOLE).ledger().get().server()).hasScheme("http");
		assertThat(read(WHOLE.replace("http://localhost:8080", "https://dichvucong.example.vn")).ledger().get().server()).hasHost("dichvucong.example.vn");
	}

	@Test
	void aSlipOfThePenShowsNoSecret() {
		assertThatThrownBy(() -> read(WHOLE.replace("secret: hush }", "secret: 'hush }"))).hasMessageContaining("line ").hasMessageNotContaining("hush");
	}

	@Test
	void anotherEncodingIsNamed() throws Exception {
		Path file = folder.resolve("agent.yaml");
		Files.write(file, WHOLE.getBytes(StandardCharsets.UTF_16));
		assertThatThrownBy(() -> SettingsReader.read(file, true)).hasMessageContaining("save it as UTF-8");
	}

	private Settings read(String text) throws Exception {
		return SettingsReader.read(Files.writeString(folder.resolve("agent.yaml"), text), false);
	}

}
