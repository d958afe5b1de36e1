package vn.motcua.catalogue.bundle;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads YAML into a tree: text in NFC, days as they are written, no tags, no member twice. */
final class YamlSource {

	private static final int MOST_VALUES = 20_000;

	/** Far more than nesting of {@code 30} takes; an alias that stands inside what it names goes on for ever. */
	private static final int LONGEST_POINTER = 4_000;

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final String file;

	private final Map<String, Integer> lines = new HashMap<>();

	private YamlSource(String file) {
		this.file = file;
	}

	static Source read(String file, String text) {
		YamlSource source = new YamlSource(file);
		return new Source(file, source.tree(text), source.lines);
	}

	private JsonNode tree(String text) {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(200);
		options.setNestingDepthLimit(30);
		try {
			Node root = new Yaml(options).compose(new StringReader(text));
			if (root == null) {
				throw new BundleRefused(file, 1, "yaml-empty", "The file is empty.");
			}
			return value(root, "");
		}
		catch (MarkedYAMLException unreadable) {
			int line = unreadable.getProblemMark() == null ? 1 : unreadable.getProblemMark().getLine() + 1;
			throw new BundleRefused(file, line, "yaml-syntax", "This is not YAML: " + unreadable.getProblem() + ".");
		}
		catch (YAMLException unreadable) {
			throw new BundleRefused(file, 1, "yaml-syntax", "This is not YAML: " + String.valueOf(unreadable.getMessage()).lines().findFirst().orElse(""));
		}
	}

	private JsonNode value(Node node, String pointer) {
		lines.put(pointer, node.getStartMark().getLine() + 1);
		if (lines.size() > MOST_VALUES || pointer.length() > LONGEST_POINTER) {
			throw new BundleRefused(file, 1, "yaml-size", "The file holds more than " + MOST_VALUES + " values.");
		}
		return switch (node) {
			case MappingNode mapping -> object(mapping, pointer);
			case SequenceNode sequence -> array(sequence, pointer);
			case ScalarNode scalar -> scalar(scalar);
			default -> throw new BundleRefused(file, node.getStartMark().getLine() + 1, "yaml-syntax", "This kind of YAML is not used in bundles.");
		};
	}

	private ObjectNode object(MappingNode mapping, String pointer) {
		ObjectNode object = NODES.objectNode();
		for (NodeTuple member : mapping.getValue()) {
			int line = member.getKeyNode().getStartMark().getLine() + 1;
			if (!(member.getKeyNode() instanceof ScalarNode key) || key.getValue().equals("<<")) {
				throw new BundleRefused(file, line, "yaml-key", "The name of a member must be a plain word.");
			}
			if (object.has(key.getValue())) {
				throw new BundleRefused(file, line, "yaml-duplicate", "\"" + key.getValue() + "\" stands here twice.");
			}
			String at = Source.child(pointer, key.getValue());
			object.set(key.getValue(), value(member.getValueNode(), at));
			lines.put(at, line);
		}
		return object;
	}

	private ArrayNode array(SequenceNode sequence, String pointer) {
		ArrayNode array = NODES.arrayNode();
		for (Node item : sequence.getValue()) {
			array.add(value(item, pointer + "/" + array.size()));
		}
		return array;
	}

	private static JsonNode scalar(ScalarNode scalar) {
		String text = scalar.getValue();
		if (scalar.getTag().equals(Tag.NULL)) {
			return NODES.nullNode();
		}
		if (scalar.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
			return NODES.booleanNode(text.equals("true"));
		}
		try {
			if (scalar.getTag().equals(Tag.INT)) {
				return integer(new BigInteger(text.replace("_", "")));
			}
			if (scalar.getTag().equals(Tag.FLOAT)) {
				return NODES.numberNode(new BigDecimal(text.replace("_", "")));
			}
		}
		catch (NumberFormatException onlyLooksLikeOne) {
			// text
		}
		return NODES.stringNode(Normalizer.normalize(text, Normalizer.Form.NFC));
	}

	private static JsonNode integer(BigInteger value) {
		return value.bitLength() < 63 ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
	}

}
