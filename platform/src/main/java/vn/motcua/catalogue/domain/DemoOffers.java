package vn.motcua.catalogue.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Offers of the demonstration, in the file format of {@code ./motcua load}: taken in once, when no agency has said anything yet. */
@Component
@ConditionalOnBooleanProperty("motcua.demo")
class DemoOffers {

	private static final Logger LOG = LoggerFactory.getLogger(DemoOffers.class);

	private final OfferLoading loading;

	private final OfferStore store;

	DemoOffers(OfferLoading loading, OfferStore store) {
		this.loading = loading;
		this.store = store;
	}

	@EventListener
	void fill(ApplicationReadyEvent ready) throws IOException {
		if (store.any()) {
			return;
		}
		try (InputStream file = DemoOffers.class.getResourceAsStream("/catalogue/demo-offers.csv")) {
			List<String> findings = loading.load(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)), false).findings();
			findings.forEach(finding -> LOG.warn("The demonstration starts without offers: {}", finding));
		}
	}

}
