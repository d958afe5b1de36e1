package vn.motcua.sdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Lines that the ledger did not take, each with the rule and, where it is known, the file and row it came from, one JSON object a line, so that somebody mends them. When the file is
 * large it becomes {@code ….1} and a new one begins; the ledger itself shows them for 30 days.
 */
final class RejectedLines {

	private static final long LARGE = 32L << 20;

	private final Path file;

	RejectedLines(Path file) {
		this.file = file;
	}

	static String text(String line, Outcome outcome, @Nullable LineOrigin origin) {
		ObjectNode entry = JsonNodeFactory.instance.objectNode().put("at", Instant.now().toString()).put("pointer", outcome.pointer()).put("rule", outcome.rule())
			.put("message", outcome.message());
		if (origin != null) {
			entry.put("source", origin.source()).put("row", origin.row());
		}
		String head = entry.toString();
		return head.substring(0, head.length() - 1) + ",\"line\":" + line + "}\n";
	}

	/** On disk when it returns. */
	void add(String entries) throws IOException {
		if (entries.isEmpty()) {
			return;
		}
		if (Files.exists(file) && Files.size(file) > LARGE) {
			Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
		}
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			long before = channel.size();
			ByteBuffer bytes = ByteBuffer.wrap(((torn(channel) ? "\n" : "") + entries).getBytes(StandardCharsets.UTF_8));
			try {
				for (long at = before; bytes.hasRemaining();) {
					at += channel.write(bytes, at);
				}
				channel.force(true);
			}
			catch (IOException noRoom) {
				channel.truncate(before);
				throw noRoom;
			}
		}
	}

	/** A kill can leave half a line at the end; what follows must not become part of it. */
	private static boolean torn(FileChannel channel) throws IOException {
		ByteBuffer last = ByteBuffer.allocate(1);
		return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
	}

}
