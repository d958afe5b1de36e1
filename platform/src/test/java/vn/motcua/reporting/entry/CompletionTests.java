package vn.motcua.reporting.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.agency.Agencies;
import vn.motcua.reporting.Breakdown;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.IndicatorCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportChecks;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.CellChange;
import vn.motcua.reporting.ValueSource;
import vn.motcua.reporting.work.Act;
import vn.motcua.reporting.work.ReportAct;
import vn.motcua.reporting.work.ReportActs;

/** Computed figures agree with those they follow from before a report goes on, whoever sent them. */
@MotCuaTest
class CompletionTests {

	@Autowired
	private BeanFactory program;

	@Autowired
	private Sheets sheets;

	@Autowired
	private ReportChecks checks;

	@LocalServerPort
	private int port;

	@Test
	void figuresOfASystemAreCompletedBeforeTheyArePutBeforeTheLeader() {
		EntryFixture sent = EntryFixture.open(program, "THU.NHAP.MAY");
		int total = place(sent, "TTHC0100");
		sheets.save(sent.key(), List.of(new CellChange(place(sent, "TTHC0101"), new BigDecimal(5), null), new CellChange(place(sent, "TTHC0102"), new BigDecimal(7), null),
				new CellChange(total, new BigDecimal(99), null)), ValueSource.API, sent.clerk);
		ReportAddress report = ReportAddress.of(program.getBean(Regimes.class), program.getBean(Agencies.class), sent.key());
		assertThatThrownBy(() -> program.getBean(ReportActs.class).act(report, ReportAct.of(Act.CHECK), sent.clerk)).as("its narrative is missing")
			.hasMessage("reporting.findings");
		assertThat(sheets.sheet(sent.key()).amounts().get(total)).isEqualByComparingTo("12");
		int version = sheets.sheet(sent.key()).version();
		checks.complete(sent.key(), sent.clerk);
		assertThat(sheets.sheet(sent.key()).version()).isEqualTo(version);
	}

	/** What comes next is filling in until everything that must be there is there, and then checking. */
	@Test
	void theDeskSaysWhatComesNext() {
		EntryFixture report = EntryFixture.open(program, "THU.NHAP.BAN");
		String path = "/bao-cao/nhap/" + ReportAddress.of(program.getBean(Regimes.class), program.getBean(Agencies.class), report.key()).path();
		assertThat(desk(path)).contains("Nhập số liệu");
		sheets.save(report.key(), List.of(new CellChange(place(report, "TTHC0101"), new BigDecimal(5), null), new CellChange(place(report, "TTHC0102"), new BigDecimal(7), null)), ValueSource.TYPED, report.clerk);
		assertThat(desk(path)).as("its narrative is missing").contains("Nhập số liệu");
		program.getBean(TextStore.class).write(report.key(), List.of(new ReportText.Change(ReportText.Kind.NARRATIVE, "N1", "Bình thường.", 0)), ValueSource.TYPED, report.clerk);
		assertThat(desk(path)).contains("Kiểm tra và trình ký", "?kiem-tra=true#kiem-tra");
		assertThat(Visit.signedIn(port, EntryFixture.CLERK).get(path + "?kiem-tra=true").body()).contains("Số liệu đã đủ điều kiện gửi đi");
	}

	/** What the row of a report says on the clerk's desk. */
	private String desk(String path) {
		Visit clerk = Visit.signedIn(port, EntryFixture.CLERK);
		Pattern cell = Pattern.compile("<td[^>]*><a class=\"govuk-link\" href=\"" + Pattern.quote(path) + "[^<]*");
		for (String page = "/bao-cao";;) {
			String body = clerk.get(page).body();
			Matcher found = cell.matcher(body);
			if (found.find()) {
				return found.group();
			}
			Matcher next = Pattern.compile("href=\"(/bao-cao\\?sau=[^\"]+)\"").matcher(body);
			assertThat(next.find()).as("no row of " + path).isTrue();
			page = next.group(1);
		}
	}

	private int place(EntryFixture report, String indicator) {
		return program.getBean(Cells.class).find(report.key().regime(), new IndicatorCode(indicator), new Breakdown("LV=G02")).orElseThrow().position();
	}

}
