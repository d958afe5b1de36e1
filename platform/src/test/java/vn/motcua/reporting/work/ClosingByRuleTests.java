package vn.motcua.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A regime says how long after the deadline its periods close; the platform closes them then. */
@MotCuaTest
class ClosingByRuleTests {

	private static final String PAGE = "/bao-cao/che-do/VPCP.TUDONG.THANG";

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
		Visit officer = Visit.signedIn(port, "baocao.vpcp");
		Map<String, List<String>> contents = new HashMap<>(Map.of("ma", List.of("VPCP.TUDONG.THANG"), "ten", List.of("Báo cáo tự đóng kỳ"), "noi-dung", List.of("Số liệu"), "tan-suat", List.of("MONTH"),
				"doi-tuong", List.of("PROVINCE"), "chot", List.of("calendar"), "han-so", List.of("2"), "gia-han", List.of("2"), "tu-dong", List.of("1")));
		assertThat(officer.postAll("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", contents).body()).as("not while reports still count as on time").contains("Hãy điền một số từ 2 đến 250");
		contents.put("tu-dong", List.of("5"));
		assertThat(officer.postAll("/bao-cao/che-do/moi", "/bao-cao/che-do/moi", contents).statusCode()).isEqualTo(302);
		String draft = PAGE + "/phien-ban/1";
		officer.post(draft + "/bieu/moi", draft + "/bieu/moi", Map.of("so-cot", "1", "so-dong", "1", "cot-0", "Số", "dong-0", "Việc tự đóng", "o-0-0", "+"));
		assertThat(officer.post(draft, draft + "/ban-hanh", Map.of("ban", "2", "hieu-luc", "01/01/2026")).statusCode()).isEqualTo(302);
		assertThat(officer.get(PAGE).body()).contains("kỳ tự đóng 5 ngày làm việc sau hạn gửi");

		Regime regime = regimes.find(new RegimeCode("VPCP.TUDONG.THANG")).orElseThrow();
		Opening past = regimes.period(regime.number(), "2026-03").orElseThrow();
		assertThat(opening.open(regime, past)).isPositive();
		assertThat(officer.get(PAGE + "/ky/2026-03").body()).contains("tự đóng lúc");
		byRule.closeDue();
		PeriodStanding closed = closing.standing(regime, regimes.period(regime.number(), "2026-03").orElseThrow());
		assertThat(closed.stage()).isEqualTo(Stage.CLOSED);
		assertThat(closed.closing().by()).isEqualTo("Một Cửa");
		assertThat(closed.closing().outstanding()).isEqualTo(34);
		assertThat(regimes.period(regime.number(), "2026-04").orElseThrow().closedAt()).as("one that nobody was asked to report for").isNull();
		byRule.closeDue();
		assertThat(closing.standing(regime, regimes.period(regime.number(), "2026-03").orElseThrow()).closing().at()).as("once").isEqualTo(closed.closing().at());
	}

	@Test
	void whereTheRegimeSaysNothingTheOwnerCloses() {
		Regime control = regimes.find(new RegimeCode("VPCP.KSTTHC.THANG")).orElseThrow();
		Opening past = regimes.period(control.number(), "2025-03").orElseThrow();
		assertThat(regimes.closesAt(control.number(), past)).isEmpty();
	}

}
