package vn.motcua.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;

/** What people type finds the service they mean, among hundreds of procedures of the national catalogue. */
class SearchQualityTests {

	/** Mean reciprocal rank over the first ten. */
	private static final double LEAST_MRR = 0.92;

	private static final int LEAST_QUERIES = 250;

	private static final Path SET = Path.of("..", "bench", "search");

	private static final List<Searchable> PROCEDURES = procedures();

	private static final ProcedureIndex INDEX = new ProcedureIndex(PROCEDURES, new Lexicon(List.of(),
			Agencies.packaged().all(Agency.Level.PROVINCE, LocalDate.of(2020, 8, 19)).stream().map(province -> province.name().vi()).toList()));

	private record Query(String kind, String typed, List<String> expected) {
	}

	@Test
	void findsWhatPeopleMean() {
		List<Query> queries = queries();
		assertThat(queries).hasSizeGreaterThanOrEqualTo(LEAST_QUERIES);
		List<String> poor = new ArrayList<>();
		double sum = 0;
		for (Query query : queries) {
			List<String> found = found(query.typed());
			double reciprocal = found.stream().filter(query.expected()::contains).findFirst().map(code -> 1.0 / (found.indexOf(code) + 1)).orElse(0.0);
			sum += reciprocal;
			if (reciprocal < 1) {
				poor.add("%.2f %s: %s -> %s".formatted(reciprocal, query.kind(), query.typed(), found.stream().limit(3).toList()));
			}
		}
		assertThat(sum / queries.size()).as("MRR@10, lost at\n" + String.join("\n", poor)).isGreaterThanOrEqualTo(LEAST_MRR);
	}

	@Test
	void everyLabelNamesAServiceOfTheRepository() {
		Set<String> codes = new HashSet<>(PROCEDURES.stream().map(Searchable::code).toList());
		assertThat(queries()).allSatisfy(query -> assertThat(codes).as(query.typed()).containsAll(query.expected()));
		assertThat(queries()).extracting(Query::typed).doesNotHaveDuplicates();
	}

	private static List<String> found(String typed) {
		return INDEX.search(typed, 10).documents().stream().map(document -> PROCEDURES.get(document).code()).toList();
	}

	private static List<Query> queries() {
		return lines("queries.tsv").map(line -> line.split("\t")).map(parts -> new Query(parts[0], parts[1], List.of(parts[2].split(",")))).toList();
	}

	/** Services of the repository, then the other procedures that are generally known. */
	private static List<Searchable> procedures() {
		try (Stream<Path> folders = Files.list(Path.of("..", "services"))) {
			List<Searchable> all = new ArrayList<>();
			Set<String> names = new HashSet<>();
			for (Path folder : folders.filter(path -> Files.exists(path.resolve(Bundle.SERVICE))).sorted().toList()) {
				ServiceVersion service = BundleReader.read(Bundle.of(folder));
				names.add(service.name().vi().toLowerCase(java.util.Locale.ROOT));
				all.add(Searchable.of(service, "", 0));
			}
			lines("procedures.tsv").map(line -> line.split("\t")).filter(parts -> names.add(parts[0].toLowerCase(java.util.Locale.ROOT)))
				.forEach(parts -> all.add(new Searchable("unverified-" + all.size(), parts[0], "", List.of(), "", parts[1] + " " + parts[2], 0)));
			return all;
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

	private static Stream<String> lines(String file) {
		try {
			return Files.readAllLines(SET.resolve(file)).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
