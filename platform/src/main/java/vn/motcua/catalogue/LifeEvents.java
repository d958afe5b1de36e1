package vn.motcua.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion.Audience;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.kernel.LocalizedText;

/** The packaged list of life events. */
final class LifeEvents {

	static final List<LifeEvent> ALL = read();

	private LifeEvents() {
	}

	private static List<LifeEvent> read() {
		try (InputStream stream = LifeEvents.class.getResourceAsStream("/catalogue/life-events.yaml")) {
			JsonNode file = BundleReader.yaml("life-events.yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8)).tree();
			List<LifeEvent> events = new ArrayList<>();
			add(events, file.path("citizen"), Audience.CITIZEN);
			add(events, file.path("enterprise"), Audience.ENTERPRISE);
			return List.copyOf(events);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static void add(List<LifeEvent> events, JsonNode list, Audience audience) {
		for (JsonNode event : list) {
			JsonNode name = event.path("name");
			events.add(new LifeEvent(event.path("id").stringValue(), audience, event.path("icon").stringValue(),
					new LocalizedText(name.path("vi").stringValue(), name.path("en").stringValue())));
		}
	}

}
