package vn.motcua.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One keep-alive HTTP/1.1 connection with next to no work of its own, so that the load generator takes little of the machine. */
final class Connection implements AutoCloseable {

	private final Socket socket;

	private final InputStream in;

	private final OutputStream out;

	private byte[] room = new byte[64 * 1024];

	private long firstByteNanos;

	Connection(int port) throws IOException {
		this.socket = new Socket("127.0.0.1", port);
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(300_000);
		this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
		this.out = socket.getOutputStream();
	}

	/** @param body empty where the answer has none */
	record Answer(int status, String head, byte[] body) {

		String text() {
			return new String(body, StandardCharsets.UTF_8);
		}

		String header(String name) {
			for (String line : head.split("\r\n")) {
				if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
					return line.substring(name.length() + 1).strip();
				}
			}
			return "";
		}

	}

	static byte[] request(String method, String path, String headers, byte[] body) {
		String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
				+ (body.length > 0 || method.equals("POST") ? "Content-Length: " + body.length + "\r\n" : "") + "\r\n";
		byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
		byte[] request = new byte[bytes.length + body.length];
		System.arraycopy(bytes, 0, request, 0, bytes.length);
		System.arraycopy(body, 0, request, bytes.length, body.length);
		return request;
	}

	Answer send(byte[] request) throws IOException {
		long start = System.nanoTime();
		out.write(request);
		out.flush();
		in.mark(1);
		in.read();
		firstByteNanos = System.nanoTime() - start;
		in.reset();
		String head = readHead();
		int status = Integer.parseInt(head.substring(9, 12));
		return new Answer(status, head, readBody(head, status));
	}

	/** From the last request to the first byte of its answer. */
	long firstByteNanos() {
		return firstByteNanos;
	}

	private byte[] readBody(String head, int status) throws IOException {
		if (status == 204 || status == 304) {
			return new byte[0];
		}
		String lower = head.toLowerCase(java.util.Locale.ROOT);
		int at = lower.indexOf("content-length:");
		if (at >= 0) {
			int end = lower.indexOf('\r', at);
			byte[] body = in.readNBytes(Integer.parseInt(lower.substring(at + 15, end < 0 ? lower.length() : end).strip()));
			return body;
		}
		if (lower.contains("transfer-encoding: chunked")) {
			return readChunks();
		}
		return new byte[0];
	}

	/** Into room that is kept, so that what is measured is not how this program makes arrays. */
	private byte[] readChunks() throws IOException {
		int used = 0;
		while (true) {
			int size = Integer.parseInt(readLine().strip(), 16);
			if (size > room.length - used) {
				room = Arrays.copyOf(room, Math.max(2 * room.length, used + size));
			}
			if (in.readNBytes(room, used, size) < size) {
				throw new EOFException("the server closed the connection");
			}
			used += size;
			readLine();
			if (size == 0) {
				return Arrays.copyOf(room, used);
			}
		}
	}

	private String readHead() throws IOException {
		StringBuilder head = new StringBuilder(512);
		while (true) {
			String line = readLine();
			if (line.isEmpty()) {
				return head.toString();
			}
			head.append(line).append("\r\n");
		}
	}

	private String readLine() throws IOException {
		StringBuilder line = new StringBuilder(80);
		for (int read = in.read(); read != '\n'; read = in.read()) {
			if (read < 0) {
				throw new EOFException("the server closed the connection");
			}
			if (read != '\r') {
				line.append((char) read);
			}
		}
		return line.toString();
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

}
