package vn.motcua.audit.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The last seal this node has seen, kept outside the database: whoever cuts the newest rows and seals off the record leaves
 * a head that nothing in the database answers to.
 */
@Component
class HeadFile {

	private final Path file;

	private volatile long kept = -1;

	HeadFile(@Value("${motcua.data}") Path data) {
		this.file = data.resolve("audit-head");
	}

	record Head(long number, byte[] digest) {
	}

	Optional<Head> read() {
		try {
			if (!Files.exists(file)) {
				return Optional.empty();
			}
			String[] words = Files.readString(file).strip().split(" ");
			return Optional.of(new Head(Long.parseLong(words[0]), HexFormat.of().parseHex(words[1])));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** Never goes back: a head that is ahead of the database is evidence. */
	void keep(Seal seal) {
		if (kept < 0) {
			kept = read().map(Head::number).orElse(0L);
		}
		if (seal.number() > kept) {
			write(seal.number() + " " + HexFormat.of().formatHex(seal.digest()) + "\n");
			kept = seal.number();
		}
	}

	/** What the head says of a seal that should be in the database: {@code null} when they agree. */
	static @Nullable String compare(Head head, Optional<Seal> sealed) {
		if (sealed.isEmpty()) {
			return "seal " + head.number() + " is missing: the end of the record was cut off";
		}
		return java.util.Arrays.equals(sealed.get().digest(), head.digest()) ? null : "seal " + head.number() + " is not the one the head file keeps";
	}

	private void write(String text) {
		try {
			Files.createDirectories(file.getParent());
			Path fresh = file.resolveSibling("audit-head.new");
			Files.writeString(fresh, text);
			Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

}
