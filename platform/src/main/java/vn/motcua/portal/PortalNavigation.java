package vn.motcua.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.motcua.kernel.access.Permission;
import vn.motcua.site.NavigationEntry;
import vn.motcua.site.NavigationEntry.Area;

/** What citizens find in the navigation of every page. */
@Configuration(proxyBeanMethods = false)
class PortalNavigation {

	@Bean
	NavigationEntry homeEntry() {
		return new NavigationEntry(Area.CITIZEN, 10, "/", "portal.nav.home", null);
	}

	@Bean
	NavigationEntry servicesEntry() {
		return new NavigationEntry(Area.CITIZEN, 20, "/tim-kiem", "portal.nav.services", null);
	}

	@Bean
	NavigationEntry myDossiersEntry() {
		return new NavigationEntry(Area.CITIZEN, 30, "/ho-so", "portal.nav.mine", Permission.APPLY);
	}

	@Bean
	NavigationEntry trackEntry() {
		return new NavigationEntry(Area.CITIZEN, 40, "/tra-cuu", "portal.nav.track", null);
	}

	@Bean
	NavigationEntry helpEntry() {
		return new NavigationEntry(Area.CITIZEN, 60, "/huong-dan", "portal.nav.help", null);
	}

}
