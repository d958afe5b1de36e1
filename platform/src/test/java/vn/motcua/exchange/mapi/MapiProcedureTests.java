package vn.motcua.exchange.mapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.form.importing.ProcedureImport;
import vn.motcua.kernel.ProcedureCode;

/** {@code LayThuTuc} gives a procedure so that {@code service import-procedure} has it again. */
@MotCuaTest
class MapiProcedureTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Catalogue catalogue;

	@Autowired
	private JsonMapper json;

	@TempDir
	private Path folder;

	@Test
	void aProcedureComesBackAsItWentOut() throws Exception {
		String session = post("{\"username\":\"hanoi-demo\",\"password\":\"motcua-demo\"}").get("session").asString();
		for (ServiceVersion service : catalogue.all(LocalDate.now(MapiMoment.ZONE)).stream().limit(12).toList()) {
			JsonNode answer = post("{\"session\":\"%s\",\"madonvi\":\"000.00.00.H26\",\"service\":\"LayThuTuc\",\"maTTHC\":\"%s\"}".formatted(session, service.code()));
			ServiceVersion back = imported(answer.toString(), service.code());
			assertThat(back.code()).isEqualTo(service.code());
			assertThat(back.name().vi()).isEqualTo(service.name().vi());
			assertThat(back.ministry()).isEqualTo(service.ministry());
			assertThat(back.field().code()).isEqualTo(service.field().code());
			assertThat(back.channels()).isEqualTo(service.channels());
			assertThat(back.audience()).isEqualTo(service.audience());
			assertThat(back.handling().level()).as("the national database has four levels").isEqualTo(service.handling().level().replace("ORGANISATION", "MINISTRY"));
			assertThat(back.steps()).extracting(step -> step.vi()).isEqualTo(service.steps().stream().map(step -> step.vi()).toList());
			assertThat(back.components()).extracting(paper -> paper.name().vi()).containsAll(service.components().stream().map(paper -> paper.name().vi()).toList());
			assertThat(back.legalBasis()).extracting(law -> law.number()).isEqualTo(service.legalBasis().stream().map(law -> law.number()).toList());
			assertThat(back.results()).extracting(result -> result.name().vi()).isEqualTo(service.results().stream().map(result -> result.name().vi()).toList());
			if (service.cases().size() > 1) {
				assertThat(back.cases()).extracting(one -> one.name().vi()).isEqualTo(service.cases().stream().map(one -> one.name().vi()).toList());
			}
			assertThat(back.cases().getFirst().timeLimit()).isEqualTo(service.cases().getFirst().timeLimit());
		}
	}

	@Test
	void nothingIsGivenForWhatIsNotInForce() {
		String session = post("{\"username\":\"hanoi-demo\",\"password\":\"motcua-demo\"}").get("session").asString();
		for (String code : List.of("1.999999", "khong", "1.001193.01")) {
			JsonNode answer = post("{\"session\":\"%s\",\"service\":\"LayThuTuc\",\"maTTHC\":\"%s\"}".formatted(session, code));
			assertThat(answer.get("error_code").asString()).isEqualTo("0");
			assertThat(answer.get("result")).isEmpty();
		}
	}

	private ServiceVersion imported(String record, ProcedureCode code) throws Exception {
		Path draft = Files.createDirectory(folder.resolve(code.value()));
		for (Map.Entry<String, String> file : ProcedureImport.of(record).files().entrySet()) {
			Files.writeString(draft.resolve(file.getKey()), file.getValue());
		}
		return BundleReader.read(Bundle.of(draft));
	}

	private JsonNode post(String body) {
		return json.readTree(new Visit(port).json("POST", "/api/lienthong/mapi/g", body).body());
	}

}
