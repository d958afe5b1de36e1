package vn.motcua.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import vn.motcua.sandbox.year.AgencyPlan;

/**
 * How the system is set up.
 *
 * @param agencies whose dossiers it has
 * @param from first day of its year
 * @param to last day of it; it may lie ahead
 * @param seed what decides everything that happens by chance
 * @param data folder of its database and outbox
 * @param platform address of the ledger
 * @param clientId what it signs in with
 * @param secret the secret of it
 * @param way which interface it speaks
 * @param speed seconds of its year that pass in a second; 0 for all that is past at once
 * @param port of its control page on this machine
 */
public record Settings(List<AgencyPlan> agencies, LocalDate from, LocalDate to, long seed, Path data, URI platform, String clientId, String secret, Way way, double speed, int port) {

	/** What the stored year was made from; a folder keeps one. */
	String fingerprint() {
		return seed + " " + from + " " + to + " " + agencies;
	}

	@Override
	public String toString() {
		return "Settings[" + clientId + ", " + fingerprint() + "]";
	}

}
