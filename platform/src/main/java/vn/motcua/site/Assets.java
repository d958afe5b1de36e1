package vn.motcua.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Styles, script and pictures of the pages, everything under {@code static/}, held in memory and served under an address
 * that carries the digest of the content. A style sheet names a picture as {@code url(asset:drum.svg)}, a script a part of it as {@code "asset:sheet/cells.js"}.
 */
@Component
public class Assets {

	private static final String ROOT = "static/";

	private static final Pattern NAMED = Pattern.compile("asset:([a-z0-9/.-]+\\.[a-z0-9]+)");

	private final Map<String, Asset> byName = new HashMap<>();

	private final Map<String, Asset> byAddress = new HashMap<>();

	private final Map<String, String> addresses = new HashMap<>();

	public Assets() {
		Map<String, Asset> read = read();
		read.keySet().forEach(name -> addressed(name, read, new HashSet<>()));
	}

	/** Address of a file under {@code static/}. */
	public String href(String name) {
		String address = addresses.get(name);
		if (address == null) {
			throw new IllegalArgumentException("no such asset: " + name);
		}
		return address;
	}

	/** What stands at a content-hashed address, for a tool that serves it itself. */
	public Optional<byte[]> content(String path) {
		return Optional.ofNullable(byAddress.get(path)).map(Asset::plain);
	}

	/** The file at a content-hashed address, which never changes. */
	@Nullable Asset atAddress(String path) {
		return byAddress.get(path);
	}

	/** The file by its own name, which may change with the next release. */
	@Nullable Asset named(String name) {
		return byName.get(name);
	}

	/** What a file names has its address first, since that is part of the file. */
	private void addressed(String name, Map<String, Asset> read, Set<String> open) {
		if (byName.containsKey(name)) {
			return;
		}
		Asset asset = read.get(name);
		if (asset == null || !open.add(name)) {
			throw new IllegalArgumentException(asset == null ? "no such asset: " + name : "an asset that names itself: " + name);
		}
		if (name.endsWith(".css") || name.endsWith(".js")) {
			String text = new String(asset.plain(), StandardCharsets.UTF_8);
			Matcher named = NAMED.matcher(text);
			while (named.find()) {
				addressed(named.group(1), read, open);
			}
			asset = Asset.of(name, named.replaceAll(found -> addresses.get(found.group(1))).getBytes(StandardCharsets.UTF_8));
		}
		byName.put(name, asset);
		address(name, asset);
	}

	private void address(String name, Asset asset) {
		int dot = name.lastIndexOf('.');
		String address = "/assets/" + name.substring(0, dot) + "." + asset.digest() + name.substring(dot);
		addresses.put(name, address);
		byAddress.put(address, asset);
	}

	private static Map<String, Asset> read() {
		Map<String, Asset> assets = new TreeMap<>();
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.*")) {
				String address = resource.getURL().toString();
				String name = address.substring(address.lastIndexOf('/' + ROOT) + ROOT.length() + 1);
				assets.putIfAbsent(name, Asset.of(name, resource.getContentAsByteArray()));
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return assets;
	}

}
