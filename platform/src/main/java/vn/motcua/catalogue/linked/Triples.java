package vn.motcua.catalogue.linked;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** N-Triples, one statement a line; every such file is Turtle too. */
final class Triples implements LinkedFormat {

	static final String N_TRIPLES = "application/n-triples";

	static final String TURTLE = "text/turtle";

	private final String mediaType;

	Triples(String mediaType) {
		this.mediaType = mediaType;
	}

	@Override
	public String mediaType() {
		return mediaType;
	}

	@Override
	public void one(Resource node, OutputStream out) throws IOException {
		Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		node(node, text);
		text.flush();
	}

	@Override
	public void many(Iterator<Resource> nodes, OutputStream out) throws IOException {
		Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		while (nodes.hasNext()) {
			node(nodes.next(), text);
		}
		text.flush();
	}

	private static void node(Resource node, Writer text) throws IOException {
		for (String type : node.types()) {
			statement(node, "rdf:type", address(Term.address(type)), text);
		}
		for (var said : node.statements().entrySet()) {
			for (Value value : said.getValue()) {
				statement(node, said.getKey(), object(value), text);
				if (value instanceof Resource inner) {
					node(inner, text);
				}
			}
		}
	}

	private static void statement(Resource node, String term, String object, Writer text) throws IOException {
		text.append(address(node.address())).append(' ').append(address(Term.address(term))).append(' ').append(object).append(" .\n");
	}

	private static String object(Value value) {
		return switch (value) {
			case Resource node -> address(node.address());
			case Value.Address(String address) -> address(address);
			case Value.Text(String text, String language) -> quoted(text) + "@" + language;
			case Value.Literal(String text, String type) -> type.equals("xsd:string") ? quoted(text) : quoted(text) + "^^" + address(Term.address(type));
		};
	}

	private static String address(String address) {
		return "<" + address + ">";
	}

	private static String quoted(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + "\"";
	}

}
