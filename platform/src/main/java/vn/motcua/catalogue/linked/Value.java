package vn.motcua.catalogue.linked;

/** What a statement says of a node. */
sealed interface Value permits Value.Address, Value.Text, Value.Literal, Resource {

	/** A node that is described elsewhere. */
	record Address(String address) implements Value {
	}

	/** Words in a language. */
	record Text(String text, String language) implements Value {
	}

	/** A value of a data type, for example {@code xsd:duration}. */
	record Literal(String text, String type) implements Value {
	}

}
