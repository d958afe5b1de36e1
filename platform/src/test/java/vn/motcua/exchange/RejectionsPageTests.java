package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import vn.motcua.AgencySystem;
import vn.motcua.MotCuaTest;
import vn.motcua.Visit;
import vn.motcua.identity.SystemPrograms;

/** Whoever mends rejected lines sees which are still to be mended. */
@MotCuaTest
class RejectionsPageTests {

	private static final String CODE = "H26-260309-0777";

	@LocalServerPort
	private int port;

	@Test
	void aRejectedLineThatWasMendedIsMarked() throws Exception {
		AgencySystem hanoi = AgencySystem.hanoi(port);
		hanoi.taken(line(1, 2));
		assertThat(hanoi.lines(line(2, 3))).containsExactly("rejected /status dossier.sync.move");
		assertThat(row()).doesNotContain("Sau đó đã được nhận");
		hanoi.taken(line(2, 4));
		assertThat(row()).contains("Sau đó đã được nhận");
		assertThat(hanoi.lines(line(2, 9))).containsExactly("rejected /seq dossier.sync.seq-taken");
		assertThat(row()).as("another line has its number").doesNotContain("Sau đó đã được nhận");
	}

	/** The latest of the dossier. */
	private String row() throws Exception {
		String page = Visit.signedIn(port, "quantri.hanoi").get("/quan-tri/lien-thong/" + SystemPrograms.account("hanoi-demo") + "/dong-tu-choi").body();
		return Arrays.stream(page.split("<tr ")).filter(row -> row.contains(CODE)).findFirst().orElseThrow();
	}

	private static String line(int seq, int status) {
		return "{\"agency\":\"H26\",\"code\":\"%s\",\"procedure\":\"1.001193\",\"seq\":%d,\"status\":%d,\"at\":\"2026-03-09T0%d:00:00Z\",\"applicant\":{\"name\":\"Nguyễn Văn Bảy\",\"number\":\"001190000001\"}}"
			.formatted(CODE, seq, status, seq);
	}

}
