package vn.motcua.reporting.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.kernel.cli.Loading;

/** Plans of the demonstration come in as a file of targets does, and say that they are made up wherever they are read. */
@MotCuaTest
class DemoTargetsTests {

	/** No figure is of it in any test. */
	private static final int YEAR = 2031;

	@Autowired
	private DemoTargets targets;

	@Autowired
	private List<Loading> loadings;

	@LocalServerPort
	private int port;

	@Test
	void everyProvinceAndTheCountryHaveOne() throws IOException {
		String file = targets.file(YEAR);
		assertThat(file.lines().skip(1)).hasSize(DemoTargets.INDICATORS.size() * 35).allMatch(line -> line.endsWith(",synthetic"));
		Loading loading = loadings.stream().filter(one -> one.takes(file)).findFirst().orElseThrow();
		assertThat(loading.load(new BufferedReader(new StringReader(file)), false).findings()).isEmpty();

		Visit officer = Visit.signedIn(port, "baocao.bacninh");
		String answer = officer.get("/api/reporting/v1/analysis?indicator=TT0204&agency=24&from=2031-03&to=2031-03&compare=target&format=csv").body();
		assertThat(answer.lines().filter(line -> line.contains(",target,24,"))).singleElement().asString().contains(",synthetic,", "?figure=target");
		assertThat(officer.get("/bao-cao/so-lieu/TT0204/2031-03/24?figure=target").body()).contains("Kế hoạch năm 2031: ", "Nguồn: Số liệu mô phỏng");
		assertThat(officer.get("/bao-cao/chi-tieu/TT0204").body()).contains("2031", "Số liệu mô phỏng");
	}

}
