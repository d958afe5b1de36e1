package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.reporting.Regime;
import vn.motcua.reporting.RegimeCode;
import vn.motcua.reporting.Regimes;
import vn.motcua.reporting.Regimes.Opening;
import vn.motcua.reporting.Regimes.Stage;
import vn.motcua.site.Page;

/** A regime says how long after the deadline its periods close; the platform closes them then. */
@MotCuaTest
class ClosingByRuleTests {

	private static final String PAGE = "/bao-cao/che-do/VPCP.TUDONG.THANG";

	/** Long past its deadline, and not too long. */
	private static final YearMonth MONTH = YearMonth.now(Page.ZONE).minusMonths(8);

	@LocalServerPort
	int port;

	@Autowired
	Regimes regimes;

	@Autowired
	PeriodOpening opening;

	@Autowired
	PeriodClosing closing;

	@Autowired
	ClosingByRule byRule;

	@Test
	void aPeriodClosesWhenItsRegimeSays() {
		String past = MONTH.toString();
		String after = MONTH.plusMonths(1).toString();
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		Map<String, List<String>> contents = new HashMap<>(Map.of("ma", List.of("VPCP.TUDONG.THANG"), "ten", List.of("Báo cáo tự đóng kỳ"), "noi-dung", List.of("Số liệu"), "tan-suat", List.of("MONTH"),
				"doi-tuong", List.of("PROVINCE"), "chot", List.of("calendar"), "han-so", List.of("2"), "gia-han", List.of("2"), "tu-dong", List.of("1")));
		assertThat(officer.postAll("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", contents).body()).as("not while reports still count as on time").contains("Hãy điền một số từ 2 đến 250");
		contents.put("tu-dong", List.of("5"));
		assertThat(officer.postAll("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", contents).statusCode()).isEqualTo(302);
		String draft = PAGE + "/phien-ban/1";
		officer.post(draft + "/bieu/moi", draft + "/bieu/moi", Map.of("so-cot", "1", "so-dong", "1", "cot-0", "Số", "dong-0", "Việc tự đóng", "o-0-0", "+"));
		assertThat(officer.post(draft, draft + "/ban-hanh", Map.of("ban", "2", "hieu-luc", DateTimeFormatter.ofPattern("dd/MM/yyyy").format(MONTH.atDay(1)))).statusCode()).isEqualTo(302);
		assertThat(officer.get(PAGE).body()).contains("kỳ tự đóng 5 ngày làm việc sau hạn gửi, giao muộn thì đóng muộn");

		Regime regime = regimes.find(new RegimeCode("VPCP.TUDONG.THANG")).orElseThrow();
		Opening period = regimes.period(regime.number(), past).orElseThrow();
		assertThat(opening.open(regime, period)).isPositive();
		PeriodStanding late = closing.standing(regime, regimes.period(regime.number(), past).orElseThrow());
		assertThat(late.closesAt()).as("made out long after its deadline, it leaves agencies the time that its rule gives").isAfter(Instant.now().plus(Duration.ofDays(9)));
		assertThat(officer.get(PAGE + "/ky/" + past).body()).contains("tự đóng lúc");
		assertThat(byRule.closeDue(regime, Instant.now())).as("not before anybody could write").isZero();
		assertThat(closing.standing(regime, late.opening()).stage()).isEqualTo(Stage.PAST_DUE);
		assertThat(byRule.closeDue(regime, late.closesAt())).isOne();
		PeriodStanding closed = closing.standing(regime, regimes.period(regime.number(), past).orElseThrow());
		assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
		assertThat(closed.closing().by()).isEqualTo("Một Cửa");
		assertThat(closed.closing().outstanding()).isEqualTo(34);
		assertThat(regimes.period(regime.number(), after).orElseThrow().closedAt()).as("one that nobody was asked to report for").isNull();
		byRule.closeDue(regime, late.closesAt());
		assertThat(closing.standing(regime, regimes.period(regime.number(), past).orElseThrow()).closing().at()).as("once").isEqualTo(closed.closing().at());
	}

	@Test
	void whereTheRegimeSaysNothingTheOwnerCloses() {
		Regime control = regimes.find(new RegimeCode("VPCP.KSTTHC.THANG")).orElseThrow();
		Opening past = regimes.period(control.number(), "2025-03").orElseThrow();
		assertThat(regimes.closesAt(control.number(), past, null)).isEmpty();
	}

}
