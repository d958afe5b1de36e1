package vn.motcua.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The digests of docs/schema/sync-digest.json, which the ledger's tests read too. */
class DigestTests {

	private final DigestTree tree = new DigestTree();

	private JsonNode examples;

	@BeforeEach
	void read() throws Exception {
		examples = new ObjectMapper().readTree(Files.readString(Path.of("../docs/schema/sync-digest.json")));
		for (JsonNode example : examples.get("lines")) {
			SyncLine line = SyncLine.parse(example.get("sent").asText());
			tree.add(line.code(), line.seq(), line.digest());
		}
	}

	@Test
	void everyExampleLineHasItsDigest() {
		assertThat(examples.get("lines").size()).isGreaterThanOrEqualTo(8);
		for (JsonNode example : examples.get("lines")) {
			SyncLine line = SyncLine.parse(example.get("sent").asText());
			assertThat(LineDigest.text(line)).as(example.get("about").asText()).isEqualTo(example.get("text").asText());
			assertThat(line.digest()).isEqualTo(example.get("digest").asText());
		}
	}

	@Test
	void aLineThatIsWrittenAndReadAgainIsTheSame() {
		for (JsonNode example : examples.get("lines")) {
			SyncLine line = SyncLine.parse(example.get("sent").asText());
			assertThat(SyncLine.parse(line.toJson())).isEqualTo(line);
			assertThat(SyncLine.parse(line.toJson()).digest()).isEqualTo(line.digest());
		}
	}

	@Test
	void dossiersBucketsAndTheDayHaveTheirDigests() {
		for (JsonNode dossier : examples.get("dossiers")) {
			assertThat(tree.dossier(dossier.get("code").asText()).digest()).isEqualTo(dossier.get("digest").asText());
		}
		assertThat(tree.buckets()).hasSize(examples.get("buckets").size());
		for (JsonNode bucket : examples.get("buckets")) {
			DigestTree.Part part = tree.buckets().get(bucket.get("bucket").asText());
			assertThat(part).isEqualTo(new DigestTree.Part(bucket.get("dossiers").asLong(), bucket.get("lines").asLong(), bucket.get("digest").asText()));
		}
		JsonNode day = examples.get("day");
		assertThat(tree.day()).isEqualTo(new DigestTree.Part(day.get("dossiers").asLong(), day.get("lines").asLong(), day.get("digest").asText()));
	}

	@Test
	void theDigestOfNothingIsThatOfTheEmptyText() {
		assertThat(new DigestTree().day().digest()).isEqualTo(examples.get("empty").asText());
	}

}
