package vn.motcua.reporting.regime;

import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

import tools.jackson.core.JacksonException;

/** Reads the file of a regime; dates stay as they are written. */
final class RegimeFile {

	/** Refused, with the words for whoever wrote the file. */
	static final class Unreadable extends RuntimeException {

		Unreadable(String message) {
			super(message, null, false, false);
		}

	}

	private static final int MOST_SIGNS = 1_000_000;

	private static final class Plain extends Resolver {

		@Override
		public void addImplicitResolver(Tag tag, Pattern pattern, String first, int limit) {
			if (!Tag.TIMESTAMP.equals(tag)) {
				super.addImplicitResolver(tag, pattern, first, limit);
			}
		}

	}

	private RegimeFile() {
	}

	static WrittenRegime read(String text) {
		if (text.length() > MOST_SIGNS) {
			throw new Unreadable("a regime's file has at most a million signs");
		}
		try {
			LoaderOptions options = new LoaderOptions();
			options.setAllowDuplicateKeys(false);
			options.setMaxAliasesForCollections(50);
			options.setNestingDepthLimit(30);
			DumperOptions dumper = new DumperOptions();
			Object tree = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Plain()).load(text);
			return DesignJson.WRITTEN.convertValue(tree, WrittenRegime.class);
		}
		catch (YAMLException | JacksonException | IllegalArgumentException | NullPointerException wrong) {
			throw new Unreadable(String.valueOf(wrong.getMessage()).replaceAll("\\s*\\n\\s*", " "));
		}
	}

}
