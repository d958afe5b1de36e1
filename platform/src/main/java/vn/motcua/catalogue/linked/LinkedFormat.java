package vn.motcua.catalogue.linked;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** A way to write nodes, one after the other. */
interface LinkedFormat {

	String mediaType();

	/** One node by itself. */
	void one(Resource node, OutputStream out) throws IOException;

	/** Many nodes; no more than one of them is held at a time. */
	void many(Iterator<Resource> nodes, OutputStream out) throws IOException;

	static LinkedFormat of(String accepted) {
		return accepted.contains(Triples.N_TRIPLES) ? new Triples(Triples.N_TRIPLES) : accepted.contains(Triples.TURTLE) ? new Triples(Triples.TURTLE) : new JsonLd();
	}

}
