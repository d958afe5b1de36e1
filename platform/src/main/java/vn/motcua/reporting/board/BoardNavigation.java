package vn.motcua.reporting.board;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.kernel.access.Permission;
import vn.motcua.site.NavigationEntry;

/** Boards in the main navigation of officers. */
@Configuration(proxyBeanMethods = false)
class BoardNavigation {

	@Bean
	NavigationEntry boardsEntry() {
		return new NavigationEntry(NavigationEntry.Area.OFFICER, 46, "/bao-cao/bang", "reporting.board.nav", Permission.REPORT_VIEW);
	}

}
