package vn.motcua.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** One request over a socket of its own: at a trickle, cut off on the way, or with bytes that no client library would send. */
public final class Wire {

	private static final int ANSWER_WITHIN_MS = 120_000;

	private static final int LONGEST_ANSWER = 16 << 20;

	private Wire() {
	}

	/** @param retryAfter seconds, 0 where the answer says none */
	public record Answer(int status, int retryAfter, String type, String body) {
	}

	/** How a body goes out. */
	public interface Way {

		/** @return whether all of it went */
		boolean write(OutputStream out, byte[] body) throws IOException;

		/** At once. */
		static Way plain() {
			return (out, body) -> {
				out.write(body);
				return true;
			};
		}

		/** In pieces with pauses between. */
		static Way trickle(int pieces, int pauseMs) {
			return (out, body) -> {
				int size = Math.max(1, body.length / pieces);
				for (int at = 0; at < body.length; at += size) {
					out.write(body, at, Math.min(size, body.length - at));
					out.flush();
					LockSupport.parkNanos(pauseMs * 1_000_000L);
				}
				return true;
			};
		}

		/** A part of it, then the connection breaks. */
		static Way cut(double part) {
			return (out, body) -> {
				out.write(body, 0, (int) (body.length * part));
				out.flush();
				return false;
			};
		}

	}

	/** @param headers each with its line break @return {@code null} when the way was cut off */
	public static Answer send(URI origin, String method, String path, String headers, byte[] body, Way way) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(origin.getHost(), origin.getPort()), 10_000);
			socket.setSoTimeout(ANSWER_WITHIN_MS);
			socket.setTcpNoDelay(true);
			OutputStream out = socket.getOutputStream();
			String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
			out.write(head.getBytes(StandardCharsets.UTF_8));
			boolean whole;
			try {
				whole = way.write(out, body);
				out.flush();
			}
			catch (IOException closedMeanwhile) {
				whole = true;
			}
			if (!whole) {
				socket.setSoLinger(true, 0);
				return null;
			}
			return answer(socket.getInputStream());
		}
	}

	private static Answer answer(InputStream in) throws IOException {
		byte[] all = in.readNBytes(LONGEST_ANSWER);
		String text = new String(all, StandardCharsets.UTF_8);
		int end = text.indexOf("\r\n\r\n");
		if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
			throw new EOFException("no answer: " + text.substring(0, Math.min(200, text.length())));
		}
		String head = text.substring(0, end);
		String retryAfter = header(head, "retry-after");
		String body = text.substring(end + 4);
		return new Answer(Integer.parseInt(head.substring(9, 12)), retryAfter.matches("\\d{1,6}") ? Integer.parseInt(retryAfter) : 0, header(head, "content-type"),
				"chunked".equals(header(head, "transfer-encoding")) ? unchunked(body.getBytes(StandardCharsets.UTF_8)) : body);
	}

	private static String header(String head, String name) {
		return head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":")).map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
	}

	private static String unchunked(byte[] bytes) {
		ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.length);
		int at = 0;
		while (at < bytes.length) {
			int line = at;
			while (line < bytes.length && bytes[line] != '\n') {
				line++;
			}
			String size = new String(bytes, at, line - at, StandardCharsets.US_ASCII).strip();
			int length = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
			if (length == 0) {
				break;
			}
			whole.write(bytes, line + 1, Math.min(length, bytes.length - line - 1));
			at = line + 1 + length + 2;
		}
		return whole.toString(StandardCharsets.UTF_8);
	}

}
