package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not as it should be is the clerk's to mend; what goes wrong in the house is no fault of the file, and fails. */
class DamagedWorkbookTests {

	private final ReportForm form = SampleForm.of("H05.1");

	private WorkbookTests workbook;

	@BeforeEach
	void begin(@TempDir Path folder) {
		workbook = WorkbookTests.in(folder);
	}

	@Test
	void tellsADamagedFile() throws IOException {
		byte[] written = workbook.written();
		byte[] damaged = workbook.edit(written, xml -> xml.replaceFirst("<c r=\"C9\"", "<c r=\"9\""));
		assertThat(WorkbookTests.rules(workbook.read(damaged))).containsExactly("workbook-damaged");
		for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(xml -> xml.replaceFirst("<row r=\"9\"", "<row r=\"chín\""),
				xml -> xml.replaceFirst("<c r=\"C9\"( s=\"\\d+\")[^>]*><v>4711</v>", "<c r=\"C9\"$1 t=\"s\"><v>một</v>"),
				xml -> xml.replaceFirst("<c r=\"C9\"( s=\"\\d+\")[^>]*><v>4711</v>", "<c r=\"C9\"$1 t=\"s\"><v>99999</v>"))) {
			assertThatCode(() -> workbook.read(workbook.edit(written, change))).doesNotThrowAnyException();
		}
	}

	/** Without it every figure would be taken for that of the column beside its own. */
	@Test
	void tellsAColumnThatWasPutIn() throws IOException {
		byte[] moved = workbook.edit(workbook.written(), xml -> !xml.contains("<v>4711</v>") ? xml : Pattern.compile(" r=\"([C-Y])(\\d+)\"").matcher(xml)
			.replaceAll(cell -> " r=\"" + (char) (cell.group(1).charAt(0) + 1) + cell.group(2) + "\""));
		assertThat(workbook.read(moved).findings()).filteredOn(finding -> finding.rule().equals("workbook-heading")).extracting(WorkbookContent.WorkbookFinding::cell).contains("C6");
	}

	@Test
	void aFaultOfItsOwnIsNoDamage() throws IOException {
		Path file = workbook.file(workbook.written());
		WorkbookStamp wanted = WorkbookTests.stamp("VPCP.MAU", "2026-10", form);
		assertThatThrownBy(() -> WorkbookReading.each(file, wanted, _ -> Optional.of(form), (_, _) -> {
			throw new NoSuchElementException("a fault of ours");
		})).isInstanceOf(NoSuchElementException.class);
		assertThatThrownBy(() -> WorkbookReading.read(file, wanted, _ -> {
			throw new IllegalArgumentException("a fault of ours");
		})).isInstanceOf(IllegalArgumentException.class);
	}

}
