package vn.motcua.exchange.mapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import vn.motcua.kernel.Sha256;

/** Reads the body of a call within limits that hold whatever is sent: who calls is known only once it has been read. */
final class MapiBody {

	static final int MOST_BYTES = 2 << 20;

	private static final int SMALL_BYTES = 64 << 10;

	private static final int DEEPEST = 20;

	private static final int LONGEST_TEXT = 256 << 10;

	private static final Duration LONGEST_READING = Duration.ofSeconds(30);

	/** Bodies beyond the small that come in at one time, however slowly and from whomever: only their bytes are held. */
	private static final Semaphore ARRIVING = new Semaphore(32, true);

	/** Of those that have come in, so many are made into records at one time: what bounds memory. */
	private static final Semaphore LARGE = new Semaphore(3, true);

	private static final int PATIENCE_MS = 2_000;

	private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST_TEXT).build()).build()).build();

	private MapiBody() {
	}

	/** What is done with the body while it has a place in memory. */
	@FunctionalInterface
	interface Use<T> {

		/** @param sha256 of the body as it was sent */
		T of(ObjectNode body, String sha256) throws IOException;

	}

	static <T> T read(InputStream in, @Nullable String contentType, Use<T> use) throws IOException {
		long until = System.nanoTime() + LONGEST_READING.toNanos();
		ByteArrayOutputStream body = new ByteArrayOutputStream(8_192);
		boolean whole = fill(in, body, SMALL_BYTES, until);
		if (whole) {
			return use(body.toByteArray(), contentType, use);
		}
		enter(ARRIVING);
		try {
			if (!fill(in, body, MOST_BYTES, until)) {
				throw new MapiRefusal(MapiCode.TOO_LARGE, "exchange.mapi.7", Map.of("mb", MOST_BYTES >> 20, "records", MapiCall.MOST_RECORDS));
			}
			enter(LARGE);
			try {
				return use(body.toByteArray(), contentType, use);
			}
			finally {
				LARGE.release();
			}
		}
		finally {
			ARRIVING.release();
		}
	}

	private static <T> T use(byte[] body, @Nullable String contentType, Use<T> use) throws IOException {
		return use.of(parse(body, contentType), Sha256.of(body));
	}

	/** JSON inside a text, as some clients send {@code data}. */
	static Optional<JsonNode> inner(String text) {
		try {
			return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainer);
		}
		catch (JacksonException noJson) {
			return Optional.empty();
		}
	}

	/** Whether the body came to its end before this many bytes. */
	private static boolean fill(InputStream in, ByteArrayOutputStream body, int most, long until) throws IOException {
		byte[] buffer = new byte[8_192];
		while (body.size() <= most) {
			int read = read(in, buffer, Math.min(buffer.length, most + 1 - body.size()));
			if (read < 0) {
				return true;
			}
			if (System.nanoTime() > until) {
				throw new MapiRefusal(MapiCode.UNREADABLE, "exchange.mapi.slow", Map.of("seconds", LONGEST_READING.toSeconds()));
			}
			body.write(buffer, 0, read);
		}
		return false;
	}

	/** A connection that ends in the middle is the client's affair: nothing was taken, and it pushes again. */
	private static int read(InputStream in, byte[] buffer, int most) {
		try {
			return in.read(buffer, 0, most);
		}
		catch (IOException cut) {
			throw new MapiRefusal(MapiCode.UNREADABLE);
		}
	}

	private static void enter(Semaphore places) {
		try {
			if (places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
				return;
			}
		}
		catch (InterruptedException stopping) {
			Thread.currentThread().interrupt();
		}
		throw new MapiRefusal(MapiCode.BUSY, "problem.exchange.busy", Map.of("seconds", 2));
	}

	private static ObjectNode parse(byte[] body, @Nullable String contentType) {
		try {
			if (JSON.readTree(text(body, contentType)) instanceof ObjectNode envelope) {
				return envelope;
			}
		}
		catch (JacksonException noJson) {
			// refused below
		}
		throw new MapiRefusal(MapiCode.UNREADABLE);
	}

	private static String text(byte[] body, @Nullable String contentType) {
		Charset charset = marked(body).or(() -> named(contentType)).orElse(StandardCharsets.UTF_8);
		try {
			String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(body)).toString();
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException other) {
			throw new MapiRefusal(MapiCode.UNREADABLE, "exchange.mapi.charset", Map.of("charset", charset.name()));
		}
	}

	/** A mark at the beginning is right whatever the header says. */
	private static Optional<Charset> marked(byte[] body) {
		if (body.length > 1 && (body[0] & 0xFF) == 0xFE && (body[1] & 0xFF) == 0xFF) {
			return Optional.of(StandardCharsets.UTF_16BE);
		}
		return body.length > 1 && (body[0] & 0xFF) == 0xFF && (body[1] & 0xFF) == 0xFE ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
	}

	private static Optional<Charset> named(@Nullable String contentType) {
		try {
			return Optional.ofNullable(contentType).map(MediaType::parseMediaType).map(MediaType::getCharset);
		}
		catch (InvalidMediaTypeException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
			return Optional.empty();
		}
	}

}
