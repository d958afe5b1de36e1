package vn.motcua.catalogue.domain;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.bundle.BundleRule;
import vn.motcua.catalogue.bundle.CodeCheck;
import vn.motcua.catalogue.bundle.ProcessCheck;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.catalogue.feel.TerritoryAreas;

/** What expressions ask of the tree of agencies. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

	@Bean
	AreaRule areaRule(ObjectProvider<Agencies> agencies, Clock clock) {
		return (province, district) -> new TerritoryAreas(agencies.getObject(), clock).higher(province, district);
	}

	@Bean
	BundleRule processCheck() {
		return new ProcessCheck();
	}

	@Bean
	BundleRule codeCheck(ObjectProvider<Agencies> agencies, Clock clock) {
		return new CodeCheck(agencies::getObject, clock);
	}

}
