package vn.motcua;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A visitor who sends what no browser would: bytes as they are, on a connection of their own. */
final class Hostile {

	private final int port;

	private final String cookies;

	private final String formToken;

	private Hostile(int port, String cookies, String formToken) {
		this.port = port;
		this.cookies = cookies;
		this.formToken = formToken;
	}

	/** @param body empty when the connection was closed without one; a status of 0 stands for no answer at all */
	record Answer(int status, String body) {

		/** The visitor may not go there: whatever else is sent is not read either. */
		boolean shut() {
			return status == 401 || status == 403 || status == 302 && body.contains("/dang-nhap");
		}

	}

	/** With the session and the form token of a visitor. */
	static Hostile as(int port, Visit visit) {
		String token = visit.formToken();
		return new Hostile(port, visit.cookieHeader(), token);
	}

	Answer json(String method, String path, String body) {
		return raw(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
	}

	Answer form(String path, Map<String, String> fields) {
		String body = "_csrf=" + URLEncoder.encode(formToken, StandardCharsets.UTF_8) + "&"
				+ fields.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue()).collect(Collectors.joining("&"));
		return raw("POST", path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
	}

	Answer raw(String method, String target, String contentType, byte[] body) {
		String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + VisitorAddress.HEADER + ": " + VisitorAddress.fresh() + "\r\n"
				+ (contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n") + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n")
				+ (formToken.isEmpty() ? "" : "X-CSRF-TOKEN: " + formToken + "\r\n") + (method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
		try (Socket socket = new Socket("127.0.0.1", port)) {
			socket.setSoTimeout(30_000);
			try {
				socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
				socket.getOutputStream().write(body);
				socket.getOutputStream().flush();
			}
			catch (IOException refusedEarly) {
				// the server may answer and close before it has read everything
			}
			return read(socket.getInputStream());
		}
		catch (IOException failed) {
			throw new java.io.UncheckedIOException(failed);
		}
	}

	private static Answer read(InputStream in) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			in.transferTo(bytes);
		}
		catch (SocketTimeoutException silent) {
			return new Answer(0, "");
		}
		catch (IOException reset) {
			// what came before the reset is the answer
		}
		String text = bytes.toString(StandardCharsets.UTF_8);
		if (text.length() < 12) {
			return new Answer(400, "{\"code\":\"closed\"}");
		}
		return new Answer(Integer.parseInt(text.substring(9, 12)), text);
	}

}
