package vn.motcua.exchange.web;

import vn.motcua.exchange.Participant;
import vn.motcua.kernel.LocalizedText;
import vn.motcua.site.component.Status;

/** One line of the list of systems. */
public record SystemRow(Participant system, LocalizedText agency) {

	public Status status() {
		return SystemPage.status(system.state());
	}

}
