package vn.motcua.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the command to the first request that would succeed, on a new folder and on one that has data; and memory then. */
final class StartBenchmark implements Benchmark {

	@Override
	public String name() {
		return "start";
	}

	@Override
	public String what() {
		return "start to ready once built, and resident memory with the demo loaded";
	}

	@Override
	public List<Figure> run() throws Exception {
		List<Figure> figures = new ArrayList<>();
		Path data = Server.freshFolder();
		try {
			try (Server first = Server.product(data)) {
				figures.add(Figure.of("first start, new folder", first.readySeconds(), "s").promise("≤ 8"));
				visit(first.port());
				figures.add(Figure.of("resident memory of the JVM", first.residentMb(), "MB").promise("≤ 700"));
			}
			try (Server second = Server.product(data)) {
				figures.add(Figure.of("start on existing data", second.readySeconds(), "s").promise("≤ 8"));
			}
		}
		finally {
			Server.delete(data);
		}
		return figures;
	}

	private static void visit(int port) throws Exception {
		try (Connection connection = new Connection(port)) {
			for (String path : List.of("/", "/dich-vu", "/tim-kiem?q=khai+sinh", "/dang-nhap", "/mot-cua")) {
				for (int i = 0; i < 50; i++) {
					connection.send(Connection.request("GET", path, "Accept-Encoding: gzip\r\n", new byte[0]));
				}
			}
		}
	}

}
