package vn.motcua.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Anonymous pages against as many bytes written from memory by the same server. */
final class PagesBenchmark implements Benchmark {

	private static final int CLIENTS = 16;

	@Override
	public String name() {
		return "pages";
	}

	@Override
	public String what() {
		return "requests per second of public pages, 16 clients, compressed, against equally many bytes from memory";
	}

	@Override
	public List<Figure> run() throws Exception {
		List<Figure> figures = new ArrayList<>();
		Path data = Server.freshFolder();
		try (Server server = Server.withYardsticks(data)) {
			for (String path : List.of("/", "/dich-vu", "/dich-vu/1.001193")) {
				Connection.Answer answer = once(server.port(), path, "");
				byte[] page = Connection.request("GET", path, "Accept-Encoding: gzip\r\n", new byte[0]);
				byte[] bytes = Connection.request("GET", "/yardstick/bytes?n=" + answer.body().length, "Accept-Encoding: gzip\r\n", new byte[0]);
				byte[] again = Connection.request("GET", path, "Accept-Encoding: gzip\r\nIf-None-Match: " + answer.header("ETag") + "\r\n", new byte[0]);
				double plain = rate(server.port(), bytes, 200);
				figures.add(Figure.of("GET " + path + " (" + answer.body().length + " bytes)", rate(server.port(), page, 200), "/s")
					.ratio(plain, "equally many bytes from memory").promise("≥ 0.40"));
				figures.add(Figure.of("GET " + path + " not changed (304)", rate(server.port(), again, 304), "/s").ratio(plain, "equally many bytes from memory"));
			}
		}
		finally {
			Server.delete(data);
		}
		return figures;
	}

	private static Connection.Answer once(int port, String path, String headers) throws Exception {
		try (Connection connection = new Connection(port)) {
			connection.send(Connection.request("GET", path, "Accept-Encoding: gzip\r\n" + headers, new byte[0]));
			return connection.send(Connection.request("GET", path, "Accept-Encoding: gzip\r\n" + headers, new byte[0]));
		}
	}

	private static double rate(int port, byte[] request, int expected) throws Exception {
		return Load.run(CLIENTS, 2, 4, number -> new Load.Client() {

			private final Connection connection = new Connection(port);

			@Override
			public boolean once() throws Exception {
				return connection.send(request).status() == expected;
			}

			@Override
			public void close() throws Exception {
				connection.close();
			}
		}).perSecond();
	}

}
