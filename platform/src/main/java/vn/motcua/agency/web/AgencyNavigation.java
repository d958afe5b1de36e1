package vn.motcua.agency.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.kernel.access.Permission;
import vn.motcua.site.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class AgencyNavigation {

	@Bean
	NavigationEntry agencyTreeEntry() {
		return new NavigationEntry(NavigationEntry.Area.ADMINISTRATOR, 20, "/quan-tri/don-vi", "agency.nav", Permission.AGENCY_MANAGE);
	}

}
