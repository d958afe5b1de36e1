package vn.motcua.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Styles, script and pictures of the pages, everything under {@code static/}, held in memory and served under an address
 * that carries the digest of the content. A style sheet names a picture as {@code url(asset:drum.svg)}.
 */
@Component
public class Assets {

	private static final String ROOT = "static/";

	private final Map<String, Asset> byName;

	private final Map<String, Asset> byAddress = new HashMap<>();

	private final Map<String, String> addresses = new HashMap<>();

	public Assets() {
		this.byName = read();
		byName.forEach(this::address);
		byName.replaceAll((name, asset) -> name.endsWith(".css") ? addressed(name, asset) : asset);
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

	private Asset addressed(String name, Asset sheet) {
		String text = new String(sheet.plain(), StandardCharsets.UTF_8);
		if (!text.contains("asset:")) {
			return sheet;
		}
		for (Map.Entry<String, String> address : addresses.entrySet()) {
			text = text.replace("asset:" + address.getKey(), address.getValue());
		}
		Asset asset = Asset.of(name, text.getBytes(StandardCharsets.UTF_8));
		byAddress.remove(addresses.get(name));
		address(name, asset);
		return asset;
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
