package vn.motcua.form.preview;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.WorkingCalendars;
import vn.motcua.catalogue.feel.AreaRule;
import vn.motcua.file.Documents;
import vn.motcua.form.Forms;
import vn.motcua.site.Messages;

/** Previews with what the program has. */
@Configuration(proxyBeanMethods = false)
class PreviewConfiguration {

	@Bean
	PreviewTools previewTools(Forms forms, Agencies agencies, AreaRule areas, WorkingCalendars calendars, Documents documents, Messages messages, Clock clock) {
		return new PreviewTools(forms, agencies, areas, calendars::national, documents, messages, clock);
	}

}
