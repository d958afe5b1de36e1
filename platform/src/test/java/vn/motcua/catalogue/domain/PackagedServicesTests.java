package vn.motcua.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import vn.motcua.MotCuaTest;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.kernel.ProcedureCode;

/** Services that come with the program. */
@MotCuaTest
class PackagedServicesTests {

	@Autowired
	private Publisher publisher;

	/** Both saw that it was not published yet; the second waits for the first and leaves it. */
	@Test
	void ofTwoNodesThatStartAtOnceOnePublishes() throws Exception {
		Bundle bundle = Bundle.of(Path.of("..", "services", "1.001193-dang-ky-khai-sinh"));
		ProcedureCode code = new ProcedureCode("1.001193");
		int before = publisher.versions(code).size();
		assertThat(before).isPositive();
		publisher.publishPackaged(bundle);
		assertThat(publisher.versions(code)).hasSize(before);
	}

}
