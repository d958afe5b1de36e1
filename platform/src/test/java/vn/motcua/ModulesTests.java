package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms use only the rooms the house lists, no two use each other, and each has its page. All classes are read once for both. */
class ModulesTests {

	private static final ApplicationModules ROOMS = ApplicationModules.of(MotCuaApplication.class);

	@Test
	void modulesKeepToTheirEdges() {
		ROOMS.verify();
	}

	@Test
	void everyModuleHasItsPage() {
		assertThat(ROOMS.stream().map(module -> module.getIdentifier().toString())).filteredOn(module -> !module.equals("kernel")).isNotEmpty()
			.allSatisfy(module -> assertThat(Path.of("..", "docs", "modules", module + ".md")).exists());
	}

}
