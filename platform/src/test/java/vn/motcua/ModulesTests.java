package vn.motcua;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms use only the rooms the house lists, and no two use each other. */
class ModulesTests {

	@Test
	void modulesKeepToTheirEdges() {
		ApplicationModules.of(MotCuaApplication.class).verify();
	}

}
