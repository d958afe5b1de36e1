package vn.motcua.exchange.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.kernel.access.Permission;
import vn.motcua.site.NavigationEntry;

/** The exchange's entries in the main navigation of officers. */
@Configuration(proxyBeanMethods = false)
class ExchangeNavigation {

	@Bean
	NavigationEntry reportedFiguresEntry() {
		return new NavigationEntry(NavigationEntry.Area.OFFICER, 35, "/lien-thong/so-lieu", "exchange.nav.statistics", Permission.DOSSIER_VIEW);
	}

}
