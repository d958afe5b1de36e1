package vn.motcua.agent;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import vn.motcua.agent.mapping.Mapping;
import vn.motcua.agent.source.Database;
import vn.motcua.agent.source.FolderSource;
import vn.motcua.agent.source.JdbcSource;
import vn.motcua.agent.source.Source;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Credentials;

/** Reads the agent's file; paths in it count from the folder it is in. */
final class SettingsReader {

	private static final int LARGEST = 1 << 20;

	private static final int MEGABYTE = 1 << 20;

	private static final Pattern HERE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

	private final Path folder;

	private final boolean trial;

	private SettingsReader(Path folder, boolean trial) {
		this.folder = folder;
		this.trial = trial;
	}

	/** @param trial whether files are read that were written a moment ago, also where there is no way to the ledger yet */
	static Settings read(Path file, boolean trial) throws IOException {
		if (!Files.isRegularFile(file)) {
			throw new SettingsProblem("", "there is no file " + file + "; ./motcua agent sample DIR writes one to begin with");
		}
		if (Files.size(file) > LARGEST) {
			throw new SettingsProblem("", file + " is larger than a megabyte");
		}
		try {
			SettingsNode root = new SettingsNode("", yaml().load(Files.readString(file)));
			Path folder = file.toAbsolutePath().getParent();
			Settings settings = new SettingsReader(folder, trial).settings(root);
			root.nothingElse();
			return settings;
		}
		catch (CharacterCodingException notUtf8) {
			throw new SettingsProblem("", file + " is not UTF-8 text; save it as UTF-8");
		}
		catch (MarkedYAMLException notYaml) {
			Mark at = notYaml.getProblemMark();
			throw new SettingsProblem("", (at == null ? "" : "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1) + ": ") + notYaml.getProblem());
		}
		catch (YAMLException notYaml) {
			throw new SettingsProblem("", "the file is no YAML");
		}
	}

	/** Every value is the text that stands there: a code keeps its zeros, a day or an hour is no number. */
	private static Yaml yaml() {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		DumperOptions writing = new DumperOptions();
		return new Yaml(new SafeConstructor(options), new Representer(writing), writing, options, new Resolver() {

			@Override
			protected void addImplicitResolvers() {
				addImplicitResolver(Tag.NULL, NULL, "~nN\0");
				addImplicitResolver(Tag.NULL, EMPTY, null);
			}
		});
	}

	private Settings settings(SettingsNode root) throws IOException {
		Locale language = Locale.forLanguageTag(root.text("language", "vi"));
		Mapping mapping = new MappingReader(folder).mapping(root.node("mapping"));
		SettingsNode source = root.node("source");
		SettingsNode page = root.optionalNode("page");
		return new Settings(ledger(root, language), folder.resolve(root.text("state", "state")),
				(long) root.number("outboxMb", 1024, 1, 1_000_000) * MEGABYTE, page == null ? 0 : page.number("port", 8181, 0, 65_535),
				language, source(source), source.duration("every", "30s"), mapping, inbox(root.optionalNode("inbox")),
				reconcile(root.optionalNode("reconcile")), Integer.toHexString(mapping.toString().hashCode()));
	}

	/** Whoever tries has perhaps no key yet. */
	private Supplier<Connection> ledger(SettingsNode root, Locale language) {
		root.has("server");
		root.has("client");
		try {
			SettingsNode client = root.node("client");
			String scope = client.text("scope", "sync");
			String secret = secret(client);
			Connection ledger = new Connection(address(root), new Credentials(client.text("id"), secret, scope)).in(language);
			return () -> ledger;
		}
		catch (SettingsProblem lacking) {
			if (!trial) {
				throw lacking;
			}
			return () -> {
				throw lacking;
			};
		}
	}

	private static URI address(SettingsNode root) {
		try {
			URI address = URI.create(root.text("server"));
			if (address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()) && HERE.matcher(address.getHost()).matches())) {
				return address;
			}
		}
		catch (IllegalArgumentException notOne) {
			// refused below
		}
		throw new SettingsProblem("server", "is an address like https://dichvucong.example.vn; http is for this machine only, because anybody on the way could read the key");
	}

	private String secret(SettingsNode client) {
		client.has("id");
		client.has("secret");
		String file = client.text("secretFile", "");
		try {
			return file.isEmpty() ? client.text("secret") : Files.readString(folder.resolve(file)).strip();
		}
		catch (IOException unreadable) {
			throw new SettingsProblem(client.at("secretFile"), "cannot be read: " + unreadable);
		}
	}

	private Source source(SettingsNode source) {
		SettingsNode jdbc = source.optionalNode("jdbc");
		if (jdbc != null) {
			String query = jdbc.text("query");
			if (!query.contains(":since")) {
				throw new SettingsProblem(jdbc.at("query"), "names the watermark as :since");
			}
			return new JdbcSource(database(jdbc), query, jdbc.text("watermark"), jdbc.text("start", "2000-01-01 00:00:00"), jdbc.duration("overlap", "5m"));
		}
		Path files = folder.resolve(source.text("folder"));
		if (!Files.isDirectory(files)) {
			throw new SettingsProblem(source.at("folder"), "there is no folder " + files);
		}
		Duration settled = source.duration("settled", "5s");
		String encoding = source.text("encoding", "auto");
		String separator = source.text("separator", "auto");
		if (!separator.equals("auto") && separator.length() != 1) {
			throw new SettingsProblem(source.at("separator"), "is auto or one letter; a tab is written \"\\t\"");
		}
		try {
			if (!encoding.equals("auto") && !Charset.isSupported(encoding)) {
				throw new SettingsProblem(source.at("encoding"), "is auto or a name like UTF-8, UTF-16 or windows-1258");
			}
			return new FolderSource(files, source.texts("files", "*.{csv,ndjson,jsonl,xlsx}"), encoding, separator, trial ? Duration.ofDays(-1) : settled);
		}
		catch (IllegalCharsetNameException notOne) {
			throw new SettingsProblem(source.at("encoding"), "is auto or a name like UTF-8, UTF-16 or windows-1258");
		}
		catch (PatternSyntaxException notOne) {
			throw new SettingsProblem(source.at("files"), "is a pattern like \"*.csv\" or \"*.{csv,xlsx}\", or a list of such");
		}
	}

	private Database database(SettingsNode jdbc) {
		return new Database(jdbc.text("url"), jdbc.text("user", ""), jdbc.text("password", ""), folder.resolve(jdbc.text("drivers", "drivers")));
	}

	private Settings.@Nullable Inbox inbox(@Nullable SettingsNode inbox) {
		if (inbox == null) {
			return null;
		}
		SettingsNode jdbc = inbox.optionalNode("jdbc");
		String table = jdbc == null ? null : jdbc.text("table");
		if (table != null && !table.matches("[A-Za-z_][A-Za-z0-9_.]{0,99}")) {
			throw new SettingsProblem("inbox.jdbc.table", "is the name of a table");
		}
		return new Settings.Inbox(inbox.text("agency"), folder.resolve(inbox.text("folder")), inbox.duration("every", "1m"),
				jdbc == null ? null : database(jdbc), table);
	}

	private static Settings.@Nullable Reconcile reconcile(@Nullable SettingsNode reconcile) {
		return reconcile == null ? null : new Settings.Reconcile(reconcile.number("days", 30, 1, 3_660), reconcile.duration("every", "1d"));
	}

}
