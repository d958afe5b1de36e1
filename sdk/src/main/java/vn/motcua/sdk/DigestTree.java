package vn.motcua.sdk;

import java.util.Map;
import java.util.TreeMap;

/**
 * The digests of one agency's dossiers of one day: lines make a dossier, dossiers a bucket, buckets the day. Two sides whose day
 * digests are equal hold the same lines; where they differ, one goes down to the lines that do. The rule and examples are in
 * {@code docs/schema/sync-digest.json}.
 */
public final class DigestTree {

	private static final int BUCKET_CHARACTERS = 2;

	private final TreeMap<String, TreeMap<Integer, String>> dossiers = new TreeMap<>();

	/** An empty day. */
	public DigestTree() {
	}

	/**
	 * Counts and digest of a part of the tree.
	 *
	 * @param dossiers how many dossiers
	 * @param lines how many lines
	 * @param digest 64 hex characters
	 */
	public record Part(long dossiers, long lines, String digest) {
	}

	/**
	 * Adds a line; of two with the same code and number the later one counts.
	 * @param code code of the dossier
	 * @param seq number of the line
	 * @param digest digest of the line, see {@link SyncLine#digest()}
	 */
	public void add(String code, int seq, String digest) {
		dossiers.computeIfAbsent(code, ignored -> new TreeMap<>()).put(seq, digest);
	}

	/**
	 * The lines of a dossier.
	 * @param code code of the dossier
	 * @return digests by number, empty when there is no such dossier
	 */
	public Map<Integer, String> lines(String code) {
		return dossiers.getOrDefault(code, new TreeMap<>());
	}

	/**
	 * The part of one dossier.
	 * @param code code of the dossier
	 * @return counts and digest
	 */
	public Part dossier(String code) {
		StringBuilder text = new StringBuilder();
		Map<Integer, String> lines = lines(code);
		lines.forEach((seq, digest) -> text.append(seq).append(':').append(digest).append('\n'));
		return new Part(lines.isEmpty() ? 0 : 1, lines.size(), LineDigest.sha256(text.toString()));
	}

	/**
	 * The dossiers of a bucket, in order of their codes.
	 * @param bucket two hex characters
	 * @return parts by code
	 */
	public Map<String, Part> bucketDossiers(String bucket) {
		TreeMap<String, Part> found = new TreeMap<>();
		for (String code : dossiers.keySet()) {
			if (bucketOf(code).equals(bucket)) {
				found.put(code, dossier(code));
			}
		}
		return found;
	}

	/**
	 * The buckets that have dossiers, in order.
	 * @return parts by bucket
	 */
	public Map<String, Part> buckets() {
		TreeMap<String, TreeMap<String, Part>> inBuckets = new TreeMap<>();
		for (String code : dossiers.keySet()) {
			inBuckets.computeIfAbsent(bucketOf(code), ignored -> new TreeMap<>()).put(code, dossier(code));
		}
		TreeMap<String, Part> buckets = new TreeMap<>();
		inBuckets.forEach((bucket, parts) -> buckets.put(bucket, above(parts)));
		return buckets;
	}

	/**
	 * The whole day.
	 * @return counts and digest
	 */
	public Part day() {
		return above(buckets());
	}

	/**
	 * The bucket of a dossier.
	 * @param code code of the dossier
	 * @return two hex characters
	 */
	public static String bucketOf(String code) {
		return LineDigest.sha256(code).substring(0, BUCKET_CHARACTERS);
	}

	private static Part above(Map<String, Part> parts) {
		StringBuilder text = new StringBuilder();
		long dossiers = 0;
		long lines = 0;
		for (Map.Entry<String, Part> part : parts.entrySet()) {
			text.append(part.getKey()).append(':').append(part.getValue().digest()).append('\n');
			dossiers += part.getValue().dossiers();
			lines += part.getValue().lines();
		}
		return new Part(dossiers, lines, LineDigest.sha256(text.toString()));
	}

}
