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

	private final boolean wanted;

	Demonstration(List<DemoPart> parts, @Value("${motcua.demo-figures:true}") boolean wanted) {
		this.parts = parts;
		this.wanted = wanted;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		if (wanted) {
			Thread.ofVirtual().name("reporting-demo").start(() -> parts.forEach(Demonstration::make));
		}
	}

	private static void make(DemoPart part) {
		try {
			part.make();
		}
		catch (RuntimeException failed) {
			LOG.warn("The demonstration goes on without {}", part.getClass().getSimpleName(), failed);
		}
	}

}
