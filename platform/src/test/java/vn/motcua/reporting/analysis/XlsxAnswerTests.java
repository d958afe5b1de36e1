package vn.motcua.reporting.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.agency.Agency;
import vn.motcua.site.Assets;
import vn.motcua.site.Messages;
import vn.motcua.site.Page;

/** The table that is taken away to Excel says what the page says, in the reader's language. */
@MotCuaTest
class XlsxAnswerTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private QuestionReader questions;

	@Autowired
	private Analyst analyst;

	@Autowired
	private Messages messages;

	@Autowired
	private Assets assets;

	@Test
	void figuresKeepTheirUnitTheirStateAndTheReadersLanguage() throws IOException {
		ReportedFigures figures = new ReportedFigures(program);
		Agency place = figures.province("12", LocalDate.of(2023, 5, 14));
		figures.report("2023-04", place, "TT0204", "41.5").report("2023-05", place, "TT0204", "43").close(ReportedFigures.MONTHLY, "2023-04").counted(ReportedFigures.MONTHLY, place, "2023-04", "2023-05");
		Answer answer = analyst.answer(questions.read("indicator=TT0204&agency=12&from=2023-04&to=2023-05&growth=true"));
		answer.rows().getFirst().flags()[0] = (byte) Flag.OFFICIAL.bit();
		answer.rows().getFirst().flags()[1] = (byte) (Flag.PRELIMINARY.bit() | Flag.SYNTHETIC.bit());
		List<List<String>> rows = written(answer, Locale.ENGLISH);
		assertThat(rows.getFirst()).startsWith("Code", "Indicator", "Breakdown", "Figure", "Measured in", "Code of the unit", "Unit", "2023-04", "2023-05").endsWith("Notes");
		assertThat(rows.get(1)).startsWith("TT0204").contains("Value", "12", "41.5", "43").last().asString().isEqualTo("2023-04: official; 2023-05: synthetic, preliminary");
		assertThat(rows.get(2)).contains("Growth on the period before", "%", "3.6");
		assertThat(written(answer, Locale.of("vi")).getFirst()).startsWith("Mã chỉ tiêu").endsWith("Ghi chú");
	}

	private List<List<String>> written(Answer answer, Locale language) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		XlsxAnswer.write(answer, out, Page.standing(messages, language, "/", assets));
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			return workbook.getFirstSheet().read().stream().map(row -> row.stream().map(XlsxAnswerTests::text).toList()).toList();
		}
	}

	private static String text(Cell cell) {
		return cell == null ? "" : cell.getType() == CellType.NUMBER ? cell.asNumber().stripTrailingZeros().toPlainString() : cell.getText();
	}

}
