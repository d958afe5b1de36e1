package vn.motcua.onestop.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.kernel.access.Permission;
import vn.motcua.site.NavigationEntry;

/** The desk's entry in the main navigation. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

	@Bean
	NavigationEntry deskEntry() {
		return new NavigationEntry(NavigationEntry.Area.OFFICER, 10, "/mot-cua", "onestop.nav.desk", Permission.DOSSIER_VIEW);
	}

}
