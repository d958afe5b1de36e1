package vn.motcua.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events appended in batches, with the state of every dossier derived, against raw COPY of the same rows. */
final class LedgerBenchmark implements Benchmark {

	private static final int DOSSIERS = 60_000;

	@Override
	public String name() {
		return "ledger";
	}

	@Override
	public String what() {
		return "ledger append in batches of 5,000 events against raw COPY of the same rows into an equally indexed table";
	}

	@Override
	public List<Figure> run() throws Exception {
		Path data = Server.freshFolder();
		try (Server server = Server.withYardsticks(data); Connection connection = new Connection(server.port())) {
			String code = Officers.anyDossier(server.port());
			append(connection, code, 5_000);
			JsonNode figures = append(connection, code, DOSSIERS);
			List<Figure> found = new ArrayList<>();
			double copied = figures.get("copyPerSecond").asDouble();
			found.add(Figure.of("raw COPY, " + figures.get("rows").asLong() + " events", copied, "/s"));
			found.add(Figure.of("ledger append with state", figures.get("appendPerSecond").asDouble(), "/s").ratio(copied, "raw COPY").promise("≥ 0.25"));
			return found;
		}
		finally {
			Server.delete(data);
		}
	}

	private static JsonNode append(Connection connection, String code, int count) throws Exception {
		Connection.Answer answer = connection.send(Connection.request("GET", "/yardstick/ledger?count=" + count + "&like=" + code, "", new byte[0]));
		return JsonMapper.builder().build().readTree(answer.body());
	}

}
