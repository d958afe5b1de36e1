package vn.motcua.sdk;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Compares what this system holds of a day with what the ledger holds, by digest, and goes down only where they differ. */
public final class Reconciliation {

	/** Agencies that {@link #held} asks for at once. */
	public static final int MOST_AGENCIES = 20;

	/** Days that {@link #held} asks for, and statements that {@link #tell} makes, at once. */
	public static final int MOST_DAYS = 31;

	private static final String PATH = "/api/sync/v1/digest";

	private final Connection ledger;

	/**
	 * A comparison with a ledger.
	 * @param ledger where it is
	 */
	public Reconciliation(Connection ledger) {
		this.ledger = ledger;
	}

	/**
	 * A line that is not the same on both sides.
	 *
	 * @param code code of the dossier
	 * @param seq number of the line
	 * @param own digest here, {@code null} when this system has no such line
	 * @param theirs digest in the ledger, {@code null} when it has no such line
	 */
	public record Difference(String code, int seq, @Nullable String own, @Nullable String theirs) {

		/**
		 * Whether sending the line again puts it right: the ledger never saw it.
		 * @return whether only the ledger lacks it
		 */
		public boolean healsBySending() {
			return own != null && theirs == null;
		}

	}

	/**
	 * Both sides of a day.
	 *
	 * @param own counts and digest here
	 * @param theirs counts and digest in the ledger
	 * @param differences the lines that differ, in order of code and number
	 */
	public record Comparison(DigestTree.Part own, DigestTree.Part theirs, List<Difference> differences) {
	}

	/**
	 * What one side holds of a day.
	 *
	 * @param agency agency part of the dossiers' codes
	 * @param day the day in the codes
	 * @param part counts and digest
	 */
	public record Held(String agency, LocalDate day, DigestTree.Part part) {
	}

	/**
	 * What the ledger holds of many days at once, so that only those that differ need be compared by {@link #compare}.
	 * @param agencies at most {@value #MOST_AGENCIES} agency parts of dossiers' codes
	 * @param first first of at most {@value #MOST_DAYS} days in the codes
	 * @param last last of them
	 * @return a day each, also where the ledger holds nothing; none of days on which this system may not speak of that agency
	 * @throws IOException when the ledger did not answer
	 * @throws InterruptedException when the thread is to stop
	 */
	public List<Held> held(Collection<String> agencies, LocalDate first, LocalDate last) throws IOException, InterruptedException {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("agency", String.join(",", agencies));
		query.put("from", first.toString());
		query.put("to", last.toString());
		List<Held> held = new ArrayList<>();
		for (JsonNode answer = ledger.get(PATH + "/days", query); answer != null;) {
			answer.path("items").forEach(day -> held.add(new Held(day.path("agency").asText(), LocalDate.parse(day.path("day").asText()), part(day))));
			query.put("after", answer.path("next").asText(""));
			answer = answer.hasNonNull("next") ? ledger.get(PATH + "/days", query) : null;
		}
		return held;
	}

	/**
	 * Compares a day.
	 * @param agency agency part of the dossiers' codes
	 * @param day the day in the codes
	 * @param own what this system holds of it
	 * @return both sides and every line that differs
	 * @throws IOException when the ledger did not answer
	 * @throws InterruptedException when the thread is to stop
	 */
	public Comparison compare(String agency, LocalDate day, DigestTree own) throws IOException, InterruptedException {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("agency", agency);
		query.put("day", day.toString());
		JsonNode theirs = ledger.get(PATH, query);
		DigestTree.Part whole = part(theirs);
		List<Difference> differences = new ArrayList<>();
		if (!whole.digest().equals(own.day().digest())) {
			for (String bucket : differing(own.buckets(), parts(theirs.path("buckets"), "bucket"))) {
				bucket(query, bucket, own, differences);
			}
		}
		return new Comparison(own.day(), whole, differences);
	}

	/**
	 * Compares a day of many agencies: what the ledger holds of all is asked for at once, and only those that differ are gone into.
	 * @param day the day in the codes
	 * @param own what this system holds of it, by agency part of the dossiers' codes
	 * @return both sides by agency
	 * @throws IOException when the ledger did not answer
	 * @throws InterruptedException when the thread is to stop
	 */
	public Map<String, Comparison> compare(LocalDate day, Map<String, DigestTree> own) throws IOException, InterruptedException {
		List<String> agencies = List.copyOf(new TreeSet<>(own.keySet()));
		Map<String, DigestTree.Part> theirs = new TreeMap<>();
		for (int from = 0; from < agencies.size(); from += MOST_AGENCIES) {
			held(agencies.subList(from, Math.min(agencies.size(), from + MOST_AGENCIES)), day, day).forEach(held -> theirs.put(held.agency(), held.part()));
		}
		Map<String, Comparison> compared = new TreeMap<>();
		for (String agency : agencies) {
			DigestTree.Part here = own.get(agency).day();
			DigestTree.Part there = theirs.get(agency);
			compared.put(agency, there != null && there.digest().equals(here.digest()) ? new Comparison(here, there, List.of()) : compare(agency, day, own.get(agency)));
		}
		return compared;
	}

	/**
	 * Tells the ledger what this system holds of some days; both sides then see on a page which days differ.
	 * @param days at most {@value #MOST_DAYS} days, of any agencies
	 * @throws IOException when the ledger did not take it
	 * @throws InterruptedException when the thread is to stop
	 */
	public void tell(List<Held> days) throws IOException, InterruptedException {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		for (Held held : days) {
			body.withArray("days").addObject().put("agency", held.agency()).put("day", held.day().toString()).put("dossiers", held.part().dossiers())
				.put("lines", held.part().lines()).put("digest", held.part().digest());
		}
		ledger.post(PATH, BodyPublishers.ofString(body.toString()), Map.of("Content-Type", "application/json"));
	}

	private void bucket(Map<String, String> day, String bucket, DigestTree own, List<Difference> differences) throws IOException, InterruptedException {
		Map<String, String> query = new LinkedHashMap<>(day);
		query.put("bucket", bucket);
		Map<String, DigestTree.Part> theirs = new TreeMap<>();
		for (JsonNode answer = ledger.get(PATH, query); answer != null;) {
			theirs.putAll(parts(answer.path("items"), "code"));
			query.put("after", answer.path("next").asText(""));
			answer = answer.hasNonNull("next") ? ledger.get(PATH, query) : null;
		}
		for (String code : differing(own.bucketDossiers(bucket), theirs)) {
			dossier(day, code, own.lines(code), theirs.containsKey(code), differences);
		}
	}

	private void dossier(Map<String, String> day, String code, Map<Integer, String> own, boolean known, List<Difference> differences)
			throws IOException, InterruptedException {
		Map<Integer, String> theirs = new TreeMap<>();
		if (known) {
			Map<String, String> query = new LinkedHashMap<>(day);
			query.put("code", code);
			for (JsonNode line : ledger.get(PATH, query).path("items")) {
				theirs.put(line.path("seq").asInt(), line.path("digest").asText());
			}
		}
		TreeSet<Integer> numbers = new TreeSet<>(own.keySet());
		numbers.addAll(theirs.keySet());
		for (Integer seq : numbers) {
			if (!java.util.Objects.equals(own.get(seq), theirs.get(seq))) {
				differences.add(new Difference(code, seq, own.get(seq), theirs.get(seq)));
			}
		}
	}

	private static TreeSet<String> differing(Map<String, DigestTree.Part> own, Map<String, DigestTree.Part> theirs) {
		TreeSet<String> names = new TreeSet<>(own.keySet());
		names.addAll(theirs.keySet());
		names.removeIf(name -> own.containsKey(name) && theirs.containsKey(name) && own.get(name).digest().equals(theirs.get(name).digest()));
		return names;
	}

	private static Map<String, DigestTree.Part> parts(JsonNode items, String name) {
		Map<String, DigestTree.Part> parts = new TreeMap<>();
		items.forEach(item -> parts.put(item.path(name).asText(), part(item)));
		return parts;
	}

	private static DigestTree.Part part(JsonNode said) {
		return new DigestTree.Part(said.path("dossiers").asLong(), said.path("lines").asLong(), said.path("digest").asText());
	}

}
