package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.SentCodes;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.ProcedureCode;
import vn.motcua.sdk.SyncLine;
import vn.motcua.site.Page;

/** A province writes a procedure with an ending of its own ({@code 1.001193.000.00.00.H26}); it is the national procedure all the same, whichever interface says it. */
@MotCuaTest
class LocalCodesTests {

	private static final LocalDate DAY = LocalDate.now(Page.ZONE).minusDays(242);

	private static final String NATIONAL = "1.001193";

	private static final String LOCAL = NATIONAL + ".000.00.00.H26";

	@LocalServerPort
	private int port;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void linesOfALocalCodeAreOfTheNationalProcedureAndBothSidesHoldWhatWasSent() {
		AgencySystem system = AgencySystem.hanoi(port);
		DossierCode code = SentCodes.next("H26", DAY);
		String first = line(code, LOCAL, 1, 1);
		assertThat(system.tried(first)).containsExactly("applied");
		assertThat(system.lines(first, line(code, NATIONAL, 2, 2), line(code, "2.000815.000.00.00.H26", 3, 4))).containsExactly("applied", "applied", "rejected /procedure dossier.sync.procedure-other");
		assertThat(dossiers.find(code).orElseThrow().summary().service()).isEqualTo(new ProcedureCode(NATIONAL));
		assertThat(system.read("/api/sync/v1/digest?agency=H26&day=" + DAY + "&code=" + code).at("/items/0/digest").asString("")).isEqualTo(SyncLine.parse(first).digest());
		assertThat(system.lines(line(SentCodes.next("H26", DAY), "1.999999.000.00.00.H26", 1, 1), line(SentCodes.next("H26", DAY), NATIONAL + ".H26", 1, 1)))
			.containsExactly("rejected /procedure dossier.sync.procedure-unknown", "rejected /procedure dossier.sync.procedure");
	}

	@Test
	void whoMaySpeakOfAProcedureMaySpeakOfItsCopies() {
		AgencySystem system = AgencySystem.hanoi(port);
		jdbc.update("update exchange.participant set procedures = '{1.001193}' where client_id = 'hanoi-demo'");
		try {
			assertThat(system.tried(line(SentCodes.next("H26", DAY), LOCAL, 1, 1), line(SentCodes.next("H26", DAY), "2.000815.000.00.00.H26", 1, 1)))
				.containsExactly("applied", "rejected /procedure exchange.procedure-not-allowed");
		}
		finally {
			jdbc.update("update exchange.participant set procedures = '{}' where client_id = 'hanoi-demo'");
		}
	}

	@Test
	void theOlderInterfaceTakesTheSameCodes() {
		String session = new Visit(port).json("POST", "/api/lienthong/mapi/login", "{\"username\":\"hanoi-demo\",\"password\":\"motcua-demo\"}").body().replaceAll("(?s).*\"session\":\"([^\"]+)\".*", "$1");
		for (String procedure : new String[] { LOCAL, LOCAL + ".01", NATIONAL + ".01" }) {
			DossierCode code = SentCodes.next("H26", DAY);
			assertThat(pushed(session, code, procedure)).contains("\"result\":\"applied\"");
			assertThat(dossiers.find(code).orElseThrow().summary().service()).isEqualTo(new ProcedureCode(NATIONAL));
		}
		assertThat(pushed(session, SentCodes.next("H26", DAY), "1.999999.000.00.00.H26")).contains("/MaTTHC", "dossier.sync.procedure-unknown");
		assertThat(pushed(session, SentCodes.next("H26", DAY), "1.0011937")).as("a digit too many is no ending").contains("/MaTTHC", "dossier.sync.procedure-unknown");
		assertThat(new Visit(port).json("POST", "/api/lienthong/mapi", "{\"session\":\"" + session + "\",\"madonvi\":\"000.00.00.H26\",\"service\":\"LayThuTuc\",\"maTTHC\":\"" + LOCAL + "\"}").body())
			.contains("\"" + NATIONAL + "\"");
	}

	private String pushed(String session, DossierCode code, String procedure) {
		return new Visit(port).json("POST", "/api/lienthong/mapi", """
				{"session":"%s","madonvi":"000.00.00.H26","service":"DongBoHoSoMC","isUpdating":"False","data":[{"MaHoSo":"%s","MaTTHC":"%s","KenhThucHien":"1","ChuHoSo":"Nguyễn Văn Bảy",
				"NgayTiepNhan":"%s","TrangThaiHoSo":"2"}]}""".formatted(session, code, procedure, DAY.toString().replace("-", "") + "090000")).body();
	}

	private static String line(DossierCode code, String procedure, int seq, int status) {
		return """
				{"agency":"H26","code":"%s","procedure":"%s","seq":%d,"status":%d,"at":"%s","applicant":{"name":"Nguyễn Văn Bảy","number":"001190000001"}}"""
			.formatted(code, procedure, seq, status, DAY.atTime(3, seq).atOffset(ZoneOffset.UTC));
	}

}
