package vn.motcua.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** What people submitted and did on the portal for this agency, until each entry is acknowledged. */
public final class Inbox {

	private static final String PATH = "/api/sync/v1/inbox";

	private final Connection ledger;

	private final String agency;

	/**
	 * The inbox of an agency.
	 * @param ledger where it is
	 * @param agency exchange code of the agency
	 */
	public Inbox(Connection ledger, String agency) {
		this.ledger = ledger;
		this.agency = agency;
	}

	/**
	 * One page of dossiers, the longest waiting first.
	 *
	 * @param items the dossiers
	 * @param next what to ask with for the next page, {@code null} on the last
	 */
	public record Page(List<InboxItem> items, @Nullable String next) {
	}

	/**
	 * What waits.
	 * @param after {@link Page#next} of the page before, {@code null} for the first
	 * @param limit most dossiers, up to 200
	 * @return a page
	 * @throws IOException when the ledger did not give it
	 * @throws InterruptedException when the thread is to stop
	 */
	public Page fetch(@Nullable String after, int limit) throws IOException, InterruptedException {
		Map<String, String> query = new LinkedHashMap<>();
		query.put("agency", agency);
		query.put("limit", String.valueOf(limit));
		if (after != null) {
			query.put("after", after);
		}
		JsonNode page = ledger.get(PATH, query);
		List<InboxItem> items = new ArrayList<>();
		for (JsonNode item : page.path("items")) {
			items.add(item(item));
		}
		return new Page(items, page.hasNonNull("next") ? page.get("next").asText() : null);
	}

	/**
	 * Brings a file; it is there whole or not at all.
	 * @param file which file
	 * @param into where to write it
	 * @throws IOException when it did not come, or is not what its digest says
	 * @throws InterruptedException when the thread is to stop
	 */
	public void download(InboxItem.InboxFile file, Path into) throws IOException, InterruptedException {
		Path part = into.resolveSibling(into.getFileName() + ".part");
		String digest;
		try (InputStream body = ledger.open(file.url()); DigestInputStream digesting = new DigestInputStream(body, sha256())) {
			Files.copy(new Bounded(digesting, file.bytes()), part, StandardCopyOption.REPLACE_EXISTING);
			digest = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
		}
		if (!digest.equalsIgnoreCase(file.sha256())) {
			Files.deleteIfExists(part);
			throw new IOException("the file " + file.id() + " is not what its digest says");
		}
		try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		Files.move(part, into, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		Folders.force(into.toAbsolutePath().getParent());
	}

	/**
	 * Says that this system has a dossier, safely; then it is offered no more.
	 * @param id {@link InboxItem#id}
	 * @param ownNumber number of the dossier in this system, {@code null} when it has none
	 * @throws IOException when the ledger did not hear it
	 * @throws InterruptedException when the thread is to stop
	 */
	public void acknowledge(String id, @Nullable String ownNumber) throws IOException, InterruptedException {
		String body = ownNumber == null ? "{}" : JsonNodeFactory.instance.objectNode().put("code", ownNumber).toString();
		ledger.post(PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/ack", BodyPublishers.ofString(body), Map.of("Content-Type", "application/json"));
	}

	private static InboxItem item(JsonNode item) {
		JsonNode whose = item.path("applicant");
		List<InboxItem.InboxFile> files = new ArrayList<>();
		for (JsonNode file : item.path("files")) {
			files.add(new InboxItem.InboxFile(file.path("id").asText(), file.path("component").asText(), file.path("name").asText(), file.path("mediaType").asText(),
					file.path("bytes").asLong(), file.path("sha256").asText(), file.path("url").asText()));
		}
		return new InboxItem(item.path("id").asText(), item.path("kind").asText("submission"), item.path("code").asText(), item.path("agency").asText(), item.path("procedure").asText(),
				moment(item.path("submittedAt").asText()), item.hasNonNull("dueAt") ? moment(item.get("dueAt").asText()) : null,
				new Applicant(whose.path("name").asText("?"), whose.path("number").asText(null), whose.path("phone").asText(null), whose.path("email").asText(null)),
				files, item.toString());
	}

	private static Instant moment(String text) {
		return OffsetDateTime.parse(text).toInstant();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException inEveryJava) {
			throw new IllegalStateException(inEveryJava);
		}
	}

	/** No more bytes than were said. */
	private static final class Bounded extends java.io.FilterInputStream {

		private long left;

		Bounded(InputStream in, long most) {
			super(in);
			this.left = most;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			int read = super.read(into, offset, length);
			left -= Math.max(read, 0);
			if (left < 0) {
				throw new IOException("the file is longer than the ledger said");
			}
			return read;
		}

	}

}
