package vn.motcua.catalogue;

import java.util.List;

import vn.motcua.catalogue.compare.ServiceComparison;

/** What is different between two versions of a service, published or read from a folder. */
public final class Differences {

	private Differences() {
	}

	/** By area, in the order of the service; empty when nothing that anybody sees or that is computed differs. */
	public static List<Difference> between(ServiceVersion before, ServiceVersion after) {
		return ServiceComparison.between(before, after);
	}

}
