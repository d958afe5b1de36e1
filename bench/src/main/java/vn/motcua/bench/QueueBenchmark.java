package vn.motcua.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The officers' queue page with ten thousand and a million dossiers. */
final class QueueBenchmark implements Benchmark {

	@Override
	public String name() {
		return "queue";
	}

	@Override
	public String what() {
		return "the officers' queue page as a signed-in officer gets it, one client and four";
	}

	@Override
	public List<Figure> run() throws Exception {
		List<Figure> figures = new ArrayList<>();
		Path data = Server.freshFolder();
		try (Server server = Server.withYardsticks(data)) {
			Officers.anyDossier(server.port());
			String cookie = Officers.signIn(server.port(), "canbo.hoankiem");
			String agency = once(server.port(), "/yardstick/agency?login=canbo.hoankiem").replaceAll("\\D", "");
			double small = 0;
			for (int total : new int[] { 10_000, 100_000, 1_000_000 }) {
				once(server.port(), "/yardstick/queue?total=" + total + "&agency=" + agency);
				Load.Outcome one = pages(server.port(), cookie, 1);
				Figure figure = Figure.of("p99 with " + total + " dossiers, 1 client", one.percentileMs(0.99), "ms").promise("≤ 30, flat");
				figures.add(small == 0 ? figure : figure.ratio(small, "p99 with 10000"));
				small = small == 0 ? one.percentileMs(0.99) : small;
				figures.add(Figure.of("p99 with " + total + " dossiers, 4 clients", pages(server.port(), cookie, 4).percentileMs(0.99), "ms"));
			}
		}
		finally {
			Server.delete(data);
		}
		return figures;
	}

	private static String once(int port, String path) throws Exception {
		try (Connection connection = new Connection(port)) {
			return connection.send(Connection.request("GET", path, "", new byte[0])).text();
		}
	}

	private static Load.Outcome pages(int port, String cookie, int clients) throws Exception {
		byte[] request = Connection.request("GET", "/mot-cua", "Accept-Encoding: gzip\r\nCookie: " + cookie + "\r\n", new byte[0]);
		return Load.run(clients, 3, 5, number -> new Load.Client() {

			private final Connection connection = new Connection(port);

			@Override
			public boolean once() throws Exception {
				return connection.send(request).status() == 200;
			}

			@Override
			public void close() throws Exception {
				connection.close();
			}
		});
	}

}
