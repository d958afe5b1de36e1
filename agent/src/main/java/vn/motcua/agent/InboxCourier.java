package vn.motcua.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.motcua.sdk.Inbox;
import vn.motcua.sdk.InboxItem;
import vn.motcua.sdk.Metrics;

/**
 * Brings dossiers that people submitted on the portal: one folder for each with {@code dossier.json} and its files, and a row of a
 * table when one is named. Only what is there whole is acknowledged; what comes twice replaces itself.
 */
final class InboxCourier {

	static final String FETCHED = "motcua_agent_inbox_dossiers_total";

	private static final String COLUMNS = " (id, kind, code, agency, procedure_code, applicant, dossier, folder, submitted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

	private static final int PAGE = 50;

	/** Most bytes of a name: file systems take 255, and more comes before and behind. */
	private static final int LONGEST_NAME = 200;

	/** More than that are no slip of single dossiers. */
	private static final int MOST_FAILED = 10;

	private final Inbox inbox;

	private final Settings.Inbox settings;

	private final Metrics metrics;

	InboxCourier(vn.motcua.sdk.Connection ledger, Settings.Inbox settings, Metrics metrics) {
		this.inbox = new Inbox(ledger, settings.agency());
		this.settings = settings;
		this.metrics = metrics;
	}

	/** Fetches everything that waits now. A dossier that cannot be taken holds up no other; it comes again, and what happened to it later comes after it. */
	int fetch() throws IOException, InterruptedException {
		int fetched = 0;
		Map<String, String> failed = new LinkedHashMap<>();
		String after = null;
		do {
			Inbox.Page page = inbox.fetch(after, PAGE);
			for (InboxItem item : page.items()) {
				try {
					if (!failed.containsKey(item.code())) {
						take(item);
						fetched++;
					}
				}
				catch (IOException | RuntimeException notThisOne) {
					failed.put(item.code(), notThisOne.toString());
				}
			}
			after = page.next();
		}
		while (after != null && failed.size() < MOST_FAILED);
		if (!failed.isEmpty()) {
			throw new IOException("of the inbox " + failed.size() + " could not be taken, the first: " + failed.entrySet().iterator().next());
		}
		return fetched;
	}

	private void take(InboxItem item) throws IOException, InterruptedException {
		Path folder = folder(item);
		if (!Files.exists(folder.resolve("dossier.json"))) {
			Files.createDirectories(folder.getParent());
			Path part = settings.folder().resolve("." + safe(item.id()) + ".part");
			delete(part);
			Files.createDirectories(part);
			int number = 0;
			for (InboxItem.InboxFile file : item.files()) {
				inbox.download(file, part.resolve(String.format("%02d-%s", ++number, safe(file.name()))));
			}
			Path json = part.resolve("dossier.json");
			Files.writeString(json, item.json());
			try (FileChannel channel = FileChannel.open(json, StandardOpenOption.WRITE)) {
				channel.force(true);
			}
			force(part);
			Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
			force(folder.getParent());
		}
		if (settings.database() != null) {
			insert(item, folder, settings.table());
		}
		inbox.acknowledge(item.id(), null);
		metrics.add(FETCHED, 1);
	}

	/** Before it is acknowledged the way to it is on disk too; Windows writes that by itself. */
	private static void force(Path directory) throws IOException {
		if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

	/** A dossier's folder; what happened to it later lies inside. */
	private Path folder(InboxItem item) {
		Path dossier = settings.folder().resolve(safe(item.code()));
		return item.kind().equals("submission") ? dossier : dossier.resolve(safe(item.kind() + "-" + item.id()));
	}

	private void insert(InboxItem item, Path folder, @Nullable String table) throws IOException {
		try (Connection connection = java.util.Objects.requireNonNull(settings.database()).open()) {
			connection.setAutoCommit(false);
			try (PreparedStatement gone = connection.prepareStatement("delete from " + table + " where id = ?");
					PreparedStatement row = connection.prepareStatement("insert into " + table + COLUMNS)) {
				gone.setString(1, item.id());
				gone.executeUpdate();
				List<String> values = List.of(item.id(), item.kind(), item.code(), item.agency(), item.procedure(), item.applicant().name(), item.json(), folder.toString());
				for (int i = 0; i < values.size(); i++) {
					row.setString(i + 1, values.get(i));
				}
				row.setTimestamp(values.size() + 1, Timestamp.from(item.submittedAt()));
				row.executeUpdate();
			}
			connection.commit();
		}
		catch (SQLException failed) {
			throw new IOException("the table " + table + " did not take a dossier: " + failed.getMessage(), failed);
		}
	}

	/** A name that stays in its folder on every system, also on one that knows no Vietnamese letters. */
	static String safe(String name) {
		String safe = end(name.replaceAll("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}]", "_").strip());
		safe = safe.isEmpty() || safe.startsWith(".") ? "_" + safe : safe;
		try {
			return Path.of(safe).toString();
		}
		catch (InvalidPathException notHere) {
			return safe.replaceAll("[^\\x20-\\x7e]", "_");
		}
	}

	/** The end of a long name, where its kind stands; letters stay whole. */
	private static String end(String name) {
		int from = 0;
		for (int bytes = name.getBytes(StandardCharsets.UTF_8).length; bytes > LONGEST_NAME;) {
			int next = name.offsetByCodePoints(from, 1);
			bytes -= name.substring(from, next).getBytes(StandardCharsets.UTF_8).length;
			from = next;
		}
		return name.substring(from).strip();
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

}
