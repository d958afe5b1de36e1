package vn.motcua.form;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.bundle.BundleRule;
import vn.motcua.catalogue.feel.AreaRule;

/** The form's part in the check of a bundle before it is published. */
@Configuration(proxyBeanMethods = false)
class FormConfiguration {

	@Bean
	BundleRule formCheck() {
		return new FormCheck();
	}

	@Bean
	BundleRule resultCheck() {
		return new ResultCheck();
	}

	@Bean
	BundleRule exampleCheck(Agencies agencies, WorkingCalendars calendars, AreaRule areas) {
		return new ExampleCheck(() -> agencies, calendars::national, areas);
	}

}
