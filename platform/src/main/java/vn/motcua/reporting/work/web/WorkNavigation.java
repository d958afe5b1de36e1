package vn.motcua.reporting.work.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.kernel.access.Permission;
import vn.motcua.site.NavigationEntry;

/** The entry of reporting in the main navigation. */
@Configuration(proxyBeanMethods = false)
class WorkNavigation {

	@Bean
	NavigationEntry reportingEntry() {
		return new NavigationEntry(NavigationEntry.Area.OFFICER, 30, "/bao-cao", "reporting.work.nav", Permission.REPORT_VIEW);
	}

}
