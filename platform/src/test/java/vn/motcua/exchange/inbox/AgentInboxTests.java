package vn.motcua.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.TestDatabase;
import vn.motcua.Visit;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Dossiers;
import vn.motcua.kernel.DossierCode;

/** What Lê Quang Minh submits for Bắc Ninh comes by the agent into a folder and a table of the vendor's PostgreSQL; what the vendor writes there comes back into his timeline. */
@MotCuaTest
class AgentInboxTests {

	private static final String TABLES = """
			create table hop_den (id text primary key, kind text, code text, agency text, procedure_code text, applicant text, dossier text, folder text, submitted_at timestamp);
			create table xu_ly (ma text, co_quan text, thu_tuc text, so integer, trang_thai integer, luc timestamptz, noi_dung text, cap_nhat_luc timestamptz default clock_timestamp())""";

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@Autowired
	private DemoInbox people;

	@Autowired
	private Dossiers dossiers;

	private Connection vendor;

	@BeforeEach
	void vendorsSystem() throws Exception {
		Map<String, Object> database = TestDatabase.properties();
		String url = (String) database.get("motcua.database.url");
		vendor = DriverManager.getConnection(url, (String) database.get("motcua.database.user"), (String) database.get("motcua.database.password"));
		vendor.createStatement().execute(TABLES);
		String access = "url: \"" + url + "\", user: " + database.get("motcua.database.user") + ", password: \"" + database.get("motcua.database.password") + "\"";
		Files.writeString(folder.resolve("agent.yaml"), """
				server: http://localhost:%d
				client: { id: bacninh-demo, secret: motcua-demo }
				state: state
				language: en
				source:
				  jdbc: { %s, query: "select * from xu_ly where cap_nhat_luc >= :since order by cap_nhat_luc", watermark: cap_nhat_luc, start: 2026-01-01 }
				mapping: { code: ma, agency: co_quan, procedure: thu_tuc, seq: so, at: luc, note: noi_dung, status: trang_thai }
				inbox: { agency: %s, folder: hop-den, jdbc: { %s, table: hop_den } }
				""".formatted(port, access, agency(), access));
	}

	/** The agency in the codes of what is submitted for Bắc Ninh's department. */
	private String agency() {
		return code().agency();
	}

	private DossierCode code;

	private DossierCode code() {
		code = code == null ? people.submit("minh", "house") : code;
		return code;
	}

	@AfterEach
	void close() throws Exception {
		vendor.close();
	}

	@Test
	void aSubmissionReachesTheVendorsTableAndWhatTheVendorDoesReachesTheCitizen() throws Exception {
		agent();
		try (ResultSet row = vendor.createStatement().executeQuery("select kind, procedure_code, applicant, folder, dossier::json -> 'answers' -> 'building' ->> 'storeys' from hop_den where code = '" + code
				+ "'")) {
			assertThat(row.next()).isTrue();
			assertThat(List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(5))).containsExactly("submission", "1.009974", "Lê Quang Minh", "3");
			assertThat(Path.of(row.getString(4))).isEqualTo(folder.resolve("hop-den").resolve(code.value())).isDirectoryContaining("glob:**.json").isDirectoryContaining("glob:**.pdf");
		}
		assertThat(AgencySystem.bacNinh(port).inbox(code.value())).as("acknowledged").isEmpty();

		Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		moves(1, 2, begun, null);
		moves(2, 4, begun.plusMillis(10), "Thẩm định bản vẽ");
		assertThat(agent()).startsWith("2 lines applied");
		moves(3, 9, begun.plusMillis(20), null);
		assertThat(agent()).as("rows of the time before come again and have no second effect").startsWith("1 line applied");
		assertThat(dossiers.events(code)).extracting(DossierEvent::type).containsExactly(DossierEvent.Type.SUBMITTED, DossierEvent.Type.ACCEPTED, DossierEvent.Type.PROCESSED,
				DossierEvent.Type.COMPLETED);
		assertThat(dossiers.events(code).get(1).at()).as("a moment with a zone means the same everywhere").isEqualTo(begun);
		assertThat(Visit.signedIn(port, "minh").get("/ho-so/" + code).body()).contains("Thẩm định bản vẽ");
	}

	private void moves(int number, int status, Instant at, String words) throws Exception {
		try (PreparedStatement row = vendor.prepareStatement("insert into xu_ly (ma, co_quan, thu_tuc, so, trang_thai, luc, noi_dung) values (?, ?, '1.009974', ?, ?, ?, ?)")) {
			row.setString(1, code.value());
			row.setString(2, code.agency());
			row.setInt(3, number);
			row.setInt(4, status);
			row.setObject(5, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
			row.setString(6, words);
			row.executeUpdate();
		}
	}

	/** The last line that the agent says. */
	private String agent() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
				System.getProperty("java.class.path"), "vn.motcua.agent.MotCuaAgent", "once", folder.resolve("agent.yaml").toString()).redirectErrorStream(true).start();
		try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			List<String> said = out.lines().toList();
			assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
			return said.getLast();
		}
	}

}
