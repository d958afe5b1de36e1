package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.search.Lexicon;
import vn.motcua.catalogue.search.ProcedureIndex;
import vn.motcua.catalogue.search.Searchable;

/**
 * Queries with the services they mean, and the procedures they are judged among.
 *
 * @param services of the repository
 * @param others procedures that are generally known: name, field, ministry, level
 * @param places provinces of 2020
 */
record LabelledSet(List<Query> queries, List<Searchable> services, List<String[]> others, List<String> places) {

	private static final Path FOLDER = Path.of("bench", "search");

	record Query(String kind, String typed, List<String> expected) {
	}

	static LabelledSet read() throws IOException {
		List<Query> queries = rows("queries.tsv").map(row -> new Query(row[0], row[1], List.of(row[2].split(",")))).toList();
		List<String> places = Agencies.packaged().all(Agency.Level.PROVINCE, LocalDate.of(2020, 8, 19)).stream().map(province -> province.name().vi()).toList();
		List<Searchable> services = new ArrayList<>();
		Set<String> names = new HashSet<>();
		try (Stream<Path> folders = Files.list(Path.of("services"))) {
			for (Path folder : folders.filter(path -> Files.exists(path.resolve(Bundle.SERVICE))).sorted().toList()) {
				ServiceVersion service = BundleReader.read(Bundle.of(folder));
				names.add(service.name().vi().toLowerCase(Locale.ROOT));
				services.add(Searchable.of(service, "", 0));
			}
		}
		return new LabelledSet(queries, services, rows("procedures.tsv").filter(row -> names.add(row[0].toLowerCase(Locale.ROOT))).toList(), places);
	}

	/** The services, every other procedure once, then the others again as agencies of other places offer them, up to {@code most}. */
	List<Searchable> procedures(int most) {
		List<Searchable> all = new ArrayList<>(services);
		for (String[] row : others) {
			all.add(procedure(all.size(), row, ""));
		}
		for (int at = 0; all.size() < most; at++) {
			all.add(procedure(all.size(), others.get(at % others.size()), places.get((at / others.size() + 7 * at) % places.size())));
		}
		return all;
	}

	ProcedureIndex index(List<Searchable> procedures) {
		return new ProcedureIndex(procedures, new Lexicon(List.of(), places));
	}

	/** What stands in the search field while the queries are typed, from two letters on. */
	List<String> beginnings() {
		return queries.stream().flatMap(query -> Stream.iterate(2, length -> length <= query.typed().length(), length -> length + 3)
			.map(length -> query.typed().substring(0, length))).toList();
	}

	private static Searchable procedure(int number, String[] row, String place) {
		return new Searchable("unverified-" + number, row[0] + (place.isEmpty() ? "" : " tại " + place), "", List.of(), "", row[1] + " " + row[2] + " " + place, 0);
	}

	private static Stream<String[]> rows(String file) throws IOException {
		return Files.readAllLines(FOLDER.resolve(file)).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t"));
	}

}
