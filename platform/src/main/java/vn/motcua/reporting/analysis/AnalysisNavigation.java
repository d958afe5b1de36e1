package vn.motcua.reporting.analysis;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.kernel.access.Permission;
import vn.motcua.site.NavigationEntry;

/** The figures in the main navigation of officers. */
@Configuration(proxyBeanMethods = false)
class AnalysisNavigation {

	@Bean
	NavigationEntry figuresEntry() {
		return new NavigationEntry(NavigationEntry.Area.OFFICER, 45, "/bao-cao/phan-tich", "reporting.analysis.nav", Permission.REPORT_VIEW);
	}

}
