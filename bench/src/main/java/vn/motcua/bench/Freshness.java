package vn.motcua.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import vn.motcua.catalogue.bundle.Bundle;

/** From the answer to a publication until search shows it, on a running server. */
final class Freshness {

	private static final Path SHIPPED = Path.of("services", "2.000815-chung-thuc-ban-sao");

	private static final String CODE = "3.999001";

	private static final String WORD = "zanzibarine";

	private static final String BOUNDARY = "bundle-of-the-benchmark";

	private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final double MOST_SECONDS = 10;

	private Freshness() {
	}

	static List<Figure> measure() throws Exception {
		Path data = Server.freshFolder();
		try (Server server = Server.product(data); Connection connection = new Connection(server.port())) {
			String cookie = "Cookie: " + Officers.signIn(server.port(), "kstthc.vpcp") + "\r\n";
			byte[] search = Connection.request("GET", "/api/catalogue/v1/services?q=" + WORD, "", new byte[0]);
			connection.send(search);
			Matcher token = FORM_TOKEN.matcher(connection.send(Connection.request("GET", "/quan-tri/tim-kiem", cookie, new byte[0])).text());
			if (!token.find()) {
				throw new IllegalStateException("the officer is not signed in");
			}
			byte[] publication = Connection.request("POST", "/api/catalogue/v1/publications",
					cookie + "X-CSRF-TOKEN: " + token.group(1) + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n", multipart(bundle()));
			Connection.Answer published = connection.send(publication);
			long answered = System.nanoTime();
			if (published.status() != 201) {
				throw new IllegalStateException("not published: " + published.status() + " " + published.text());
			}
			double seconds;
			do {
				boolean shown = connection.send(search).text().contains(CODE);
				seconds = (System.nanoTime() - answered) / 1e9;
				if (shown) {
					return List.of(Figure.of("publication to search, same node", seconds, "s").promise("≤ 2"));
				}
			}
			while (seconds < MOST_SECONDS);
			throw new IllegalStateException("not found within " + MOST_SECONDS + " s");
		}
		finally {
			Server.delete(data);
		}
	}

	private static byte[] multipart(byte[] zip) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"bundle.zip\"\r\nContent-Type: application/zip\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.write(zip);
		body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return body.toByteArray();
	}

	/** A shipped bundle under a code of its own and with a search word nobody else has. */
	private static byte[] bundle() throws IOException {
		Bundle shipped = Bundle.of(SHIPPED);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (String name : shipped.names()) {
				String text = shipped.text(name);
				zip.putNextEntry(new ZipEntry("bundle/" + name));
				zip.write((name.equals(Bundle.SERVICE) ? text.replace("2.000815", CODE).replace("search_words:\n", "search_words:\n  - " + WORD + "\n") : text)
					.getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

}
