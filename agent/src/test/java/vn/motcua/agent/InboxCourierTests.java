package vn.motcua.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.sdk.Connection;
import vn.motcua.sdk.Credentials;
import vn.motcua.sdk.PrometheusText;

/** What people hand in reaches the folder, however they call their files and whatever is wrong with another dossier. */
class InboxCourierTests {

	private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

	@TempDir
	private Path folder;

	@Test
	void aDossierThatCannotBeTakenHoldsUpNoOther() throws Exception {
		try (SmallLedger ledger = new SmallLedger()) {
			String later = item("3", "H26-260305-0001", HELLO).replace("{\"id\"", "{\"kind\":\"supplement\",\"id\"");
			ledger.offer(item("1", "H26-260305-0001", "0".repeat(64)) + "," + item("2", "H26-260305-0002", HELLO) + "," + later);
			InboxCourier courier = new InboxCourier(new Connection(URI.create(ledger.address()), Credentials.sync("a", "b")),
					new Settings.Inbox("H26", folder, Duration.ofMinutes(1), null, null), new PrometheusText());
			assertThatThrownBy(courier::fetch).hasMessageContaining("1 could not be taken").hasMessageContaining("H26-260305-0001");
			assertThat(ledger.acknowledged()).contains("/inbox/2/ack").doesNotContain("/inbox/1/");
			assertThat(folder.resolve("H26-260305-0002/dossier.json")).exists();
			assertThat(folder.resolve("H26-260305-0001")).as("neither the dossier nor what came after it").doesNotExist();
		}
	}

	@Test
	void namesStayInTheirFolderAndFitIntoIt() throws Exception {
		assertThat(InboxCourier.safe("../../x.pdf")).isEqualTo("_.._.._x.pdf");
		assertThat(InboxCourier.safe("..")).isEqualTo("_..");
		assertThat(InboxCourier.safe("ảnh\u202egpj.exe")).isEqualTo("ảnh_gpj.exe");
		for (String letter : new String[] { "ế", "😀", "x" }) {
			String safe = InboxCourier.safe(letter.repeat(250) + ".pdf");
			assertThat(safe).endsWith(letter + ".pdf");
			assertThat(safe.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
			assertThat(Files.createFile(folder.resolve("01-" + safe + ".part"))).exists();
		}
	}

	private static String item(String id, String code, String sha256) {
		return """
				{"id":"%s","code":"%s","agency":"H26","procedure":"1.001193","submittedAt":"2026-03-05T08:00:00+07:00","applicant":{"name":"Lan"},
				"files":[{"id":"f","component":"c","name":"a.pdf","mediaType":"application/pdf","bytes":5,"sha256":"%s","url":"/api/sync/v1/inbox/%s/files/f"}]}"""
			.formatted(id, code, sha256, id);
	}

}
