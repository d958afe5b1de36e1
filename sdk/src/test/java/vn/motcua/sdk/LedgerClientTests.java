package vn.motcua.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The inbox and the comparison, as the interface answers them. */
class LedgerClientTests {

	private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

	private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

	@TempDir
	private Path folder;

	private StandIn ledger;

	@BeforeEach
	void open() throws Exception {
		ledger = new StandIn();
	}

	@AfterEach
	void close() {
		ledger.close();
	}

	@Test
	void bringsADossierWithItsFilesAndSaysSo() throws Exception {
		ledger.answers = address -> address.contains("/files/") ? "hello"
				: address.startsWith("GET") ? "{\"items\":[{\"id\":\"7\",\"code\":\"H26-260302-0001\",\"agency\":\"H26\",\"procedure\":\"1.001193\",\"submittedAt\":\"2026-03-02T08:00:00+07:00\","
						+ "\"applicant\":{\"name\":\"Lan\",\"number\":null},\"answers\":{\"a\":1},\"files\":[{\"id\":\"f\",\"component\":\"c\",\"name\":\"a.pdf\",\"mediaType\":\"application/pdf\","
						+ "\"bytes\":5,\"sha256\":\"" + HELLO + "\",\"url\":\"/api/sync/v1/inbox/7/files/f\"}]}],\"next\":null}" : "";
		Inbox inbox = new Inbox(ledger.connection(), "H26");
		Inbox.Page page = inbox.fetch(null, 50);
		InboxItem item = page.items().get(0);
		assertThat(item.submittedAt()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
		assertThat(item.json()).contains("\"answers\":{\"a\":1}");
		inbox.download(item.files().get(0), folder.resolve("a.pdf"));
		assertThat(folder.resolve("a.pdf")).hasContent("hello");
		inbox.acknowledge("7", "HN-1");
		assertThat(ledger.asked).last().isEqualTo("POST /api/sync/v1/inbox/7/ack{\"code\":\"HN-1\"}");
	}

	@Test
	void takesNoFileThatIsNotWhatItsDigestSaysAndSendsItsTokenNowhereElse() {
		ledger.answers = address -> "other";
		Inbox inbox = new Inbox(ledger.connection(), "H26");
		InboxItem.InboxFile file = new InboxItem.InboxFile("f", "c", "a.pdf", "application/pdf", 5, HELLO, "/files/f");
		assertThatThrownBy(() -> inbox.download(file, folder.resolve("a.pdf"))).hasMessageContaining("digest");
		assertThat(Files.exists(folder.resolve("a.pdf"))).isFalse();
		InboxItem.InboxFile elsewhere = new InboxItem.InboxFile("f", "c", "a.pdf", "application/pdf", 5, HELLO, "http://example.org/f");
		assertThatThrownBy(() -> inbox.download(elsewhere, folder.resolve("a.pdf"))).isInstanceOf(IllegalArgumentException.class);
		InboxItem.InboxFile longer = new InboxItem.InboxFile("f", "c", "a.pdf", "application/pdf", 4, HELLO, "/files/f");
		assertThatThrownBy(() -> inbox.download(longer, folder.resolve("a.pdf"))).hasMessageContaining("longer");
	}

	@Test
	void goesDownToTheLinesThatDifferAndAsksForNothingElse() throws Exception {
		DigestTree own = tree();
		DigestTree theirs = tree();
		own.add("H26-260302-0005", 2, "aaaaaaaaaaaaaaaa");
		own.add("H26-260302-0009", 1, "bbbbbbbbbbbbbbbb");
		theirs.add("H26-260302-0007", 1, "cccccccccccccccc");
		ledger.answers = address -> answer(address, theirs);
		Reconciliation.Comparison comparison = new Reconciliation(ledger.connection()).compare("H26", DAY, own);
		assertThat(comparison.differences()).extracting(difference -> difference.code() + " " + difference.seq() + " " + difference.healsBySending())
			.containsExactlyInAnyOrder("H26-260302-0005 2 true", "H26-260302-0009 1 true", "H26-260302-0007 1 false");
		int asked = ledger.asked.size();
		assertThat(new Reconciliation(ledger.connection()).compare("H26", DAY, theirs).differences()).isEmpty();
		assertThat(ledger.asked).as("equal days need one question").hasSize(asked + 1);
	}

	@Test
	void asksForManyDaysAtOnceAndFollowsThePages() throws Exception {
		ledger.answers = address -> address.contains("after=") ? "{\"items\":[{\"agency\":\"H26\",\"day\":\"2026-03-03\"," + part(tree().day()) + "}],\"next\":null}"
				: "{\"items\":[{\"agency\":\"H05\",\"day\":\"2026-03-02\"," + part(new DigestTree().day()) + "}],\"next\":\"p2\"}";
		assertThat(new Reconciliation(ledger.connection()).held(List.of("H05", "H26"), DAY, DAY.plusDays(1))).containsExactly(
				new Reconciliation.Held("H05", DAY, new DigestTree().day()), new Reconciliation.Held("H26", DAY.plusDays(1), tree().day()));
		assertThat(ledger.asked).last().asString().contains("/api/sync/v1/digest/days?agency=H05%2CH26&from=2026-03-02&to=2026-03-03&after=p2");
	}

	@Test
	void comparesADayOfManyAgenciesAndGoesIntoThoseThatDiffer() throws Exception {
		DigestTree theirs = tree();
		DigestTree own = tree();
		own.add("H26-260302-0009", 1, "bbbbbbbbbbbbbbbb");
		ledger.answers = address -> !address.contains("/days") ? answer(address, theirs)
				: "{\"items\":[" + java.util.stream.Stream.of("H05", "H26").map(agency -> "{\"agency\":\"" + agency + "\",\"day\":\"2026-03-02\"," + part(theirs.day()) + "}")
					.collect(Collectors.joining(",")) + "]}";
		Map<String, Reconciliation.Comparison> compared = new Reconciliation(ledger.connection()).compare(DAY, Map.of("H26", own, "H05", tree()));
		assertThat(compared.get("H05").differences()).isEmpty();
		assertThat(compared.get("H26").differences()).extracting(Reconciliation.Difference::code).containsExactly("H26-260302-0009");
		assertThat(ledger.asked).filteredOn(asked -> asked.contains("digest")).as("all at once, then the day and the bucket").hasSize(3);
	}

	@Test
	void tellsWhatItHolds() throws Exception {
		new Reconciliation(ledger.connection()).tell(List.of(new Reconciliation.Held("H26", DAY, new DigestTree().day())));
		assertThat(ledger.asked).last().asString().isEqualTo("POST /api/sync/v1/digest{\"days\":[{\"agency\":\"H26\",\"day\":\"2026-03-02\",\"dossiers\":0,\"lines\":0,"
				+ "\"digest\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}]}");
	}

	@Test
	void aDryRunNamesEverythingThatIsWrongWithALineAndTakesNone() throws Exception {
		List<Tried> tried = new Batches(ledger.connection()).tryOut(List.of(PuttingProcess.line(1).toJson(), PuttingProcess.line(2).withWords("wrong", null).toJson()));
		assertThat(tried).extracting(Tried::result).containsExactly(Outcome.Result.APPLIED, Outcome.Result.REJECTED);
		assertThat(tried.get(0).problems()).isEmpty();
		assertThat(tried.get(1).problems()).containsExactly(new FieldProblem("/note", "dossier.sync.wrong", "Sai."), new FieldProblem("/applicant/number", "dossier.sync.number", "Số."));
		assertThat(tried.get(1).problems().get(1).member()).isEqualTo("applicant.number");
		assertThat(ledger.taken).isEmpty();
	}

	@Test
	void aRefusalNamesEachMemberWithItsRuleInTheLanguageAskedFor() {
		String errors = java.util.stream.IntStream.range(0, 200).mapToObj(i -> "{\"pointer\":\"/days/" + i + "\",\"code\":\"exchange.day\",\"message\":\"Write a day.\"}").collect(Collectors.joining(","));
		ledger.status = 422;
		ledger.answers = address -> "{\"title\":\"No\",\"detail\":\"Something must be put right.\",\"instance\":\"/api/sync/v1/digest\",\"code\":\"common.fields\",\"errors\":[" + errors + "]}";
		assertThatThrownBy(() -> new Reconciliation(ledger.connection().in(Locale.ENGLISH)).compare("H26", DAY, tree())).isInstanceOfSatisfying(Refused.class, refused -> {
			assertThat(refused.code()).isEqualTo("common.fields");
			assertThat(refused.problems()).hasSize(200).contains(new FieldProblem("/days/7", "exchange.day", "Write a day."));
			assertThat(refused).hasMessageContaining("422: Something must be put right. (/api/sync/v1/digest common.fields) [/days/0 exchange.day: Write a day.; /days/1 ").hasMessageEndingWith("; +190]");
		});
		assertThat(ledger.languages).containsExactly("en");
	}

	private static DigestTree tree() {
		DigestTree tree = new DigestTree();
		for (int i = 1; i < 40; i++) {
			if (i != 7 && i != 9) {
				tree.add(String.format("H26-260302-%04d", i), 1, "000000000000000" + i % 10);
			}
		}
		return tree;
	}

	private static String answer(String address, DigestTree tree) {
		String query = address.substring(address.indexOf('?') + 1);
		Map<String, String> asked = java.util.Arrays.stream(query.split("&")).map(pair -> pair.split("=")).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
		if (asked.containsKey("code")) {
			return "{\"items\":[" + tree.lines(asked.get("code")).entrySet().stream().map(line -> "{\"seq\":" + line.getKey() + ",\"digest\":\"" + line.getValue() + "\"}")
				.collect(Collectors.joining(",")) + "]}";
		}
		if (asked.containsKey("bucket")) {
			return "{\"items\":[" + parts(tree.bucketDossiers(asked.get("bucket")), "code") + "]}";
		}
		return "{" + part(tree.day()) + ",\"buckets\":[" + parts(tree.buckets(), "bucket") + "]}";
	}

	private static String parts(Map<String, DigestTree.Part> parts, String name) {
		return parts.entrySet().stream().map(part -> "{\"" + name + "\":\"" + part.getKey() + "\"," + part(part.getValue()) + "}").collect(Collectors.joining(","));
	}

	private static String part(DigestTree.Part part) {
		return "\"dossiers\":" + part.dossiers() + ",\"lines\":" + part.lines() + ",\"digest\":\"" + part.digest() + "\"";
	}

}
