package vn.motcua.reporting.demo;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.DemoPart;

/** Makes the parts of the demonstration one after the other, when the program is ready and not in its way. */
@Component
@ConditionalOnBooleanProperty({ "motcua.demo", "motcua.work" })
class Demonstration {

	private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

	private final List<DemoPart> parts;

	private final StoryStore store;

	private final boolean wanted;

	Demonstration(List<DemoPart> parts, StoryStore store, @Value("${motcua.demo-figures:true}") boolean wanted) {
		this.parts = parts;
		this.store = store;
		this.wanted = wanted;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (wanted) {
			Thread.ofVirtual().name("reporting-demo").start(() -> parts.forEach(this::make));
		}
	}

	private void make(DemoPart part) {
		if (part.once() && store.told(part.name())) {
			return;
		}
		long startedAtNs = System.nanoTime();
		try {
			int periods = part.make();
			if (part.once()) {
				store.tell(part.name());
			}
			if (periods > 0) {
				LOG.info("The demonstration has {} periods of {}, made in {} ms", periods, part.name(), (System.nanoTime() - startedAtNs) / 1_000_000);
			}
		}
		catch (RuntimeException failed) {
			LOG.warn("The demonstration goes on without {}", part.name(), failed);
		}
	}

}
