package vn.motcua.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.motcua.kernel.problem.ProblemException;

/**
 * The key store that signing uses: PKCS#12. An installation names its own, with one entry for each signer at an agency and
 * one for each agency, found by {@link KeyHolder#alias}. In demo mode a store of the platform's own is made in the data
 * folder, with a demo authority, and an entry is made for whoever signs first, anew when the holder's name has changed.
 */
@Component
class SigningKeys {

	static final String AUTHORITY = "demo-authority";

	private final Path file;

	private final char[] password;

	private final boolean demo;

	private final Clock clock;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile KeyStore store;

	/** Under the lock. A store derives its key anew, in thousands of rounds, whenever it is asked for an entry. */
	private final Map<String, KeyStore.PrivateKeyEntry> unlocked = new HashMap<>();

	SigningKeys(@Value("${motcua.signing.keystore:}") String named, @Value("${motcua.signing.password:}") String password,
			@Value("${motcua.data}") Path data, @Value("${motcua.demo}") boolean demo, Clock clock) {
		this.demo = named.isBlank() && demo;
		this.file = named.isBlank() ? data.resolve("keys").resolve("demo-signing.p12") : Path.of(named);
		this.password = (this.demo ? "demo" : password).toCharArray();
		this.clock = clock;
	}

	/** Private key and certificate chain of a signer or an agency. */
	KeyStore.PrivateKeyEntry entry(KeyHolder holder) {
		lock.lock();
		try {
			KeyStore keys = opened();
			if (demo && !named(keys, holder)) {
				addDemo(keys, holder);
			}
			return unlocked(keys, holder.alias())
				.orElseThrow(() -> new ProblemException(FileProblem.NO_SIGNING_KEY, Map.of("name", holder.name(), "alias", holder.alias()), List.of()));
		}
		catch (GeneralSecurityException | IOException unusable) {
			throw new IllegalStateException("the signing key store cannot be used", unusable);
		}
		finally {
			lock.unlock();
		}
	}

	private Optional<KeyStore.PrivateKeyEntry> unlocked(KeyStore keys, String alias) throws GeneralSecurityException {
		if (!unlocked.containsKey(alias) && keys.getEntry(alias, new KeyStore.PasswordProtection(password)) instanceof KeyStore.PrivateKeyEntry entry) {
			unlocked.put(alias, entry);
		}
		return Optional.ofNullable(unlocked.get(alias));
	}

	/** Certificates that signatures are trusted by: the last of each chain in the store. */
	KeyStore trusted() {
		lock.lock();
		try {
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			KeyStore keys = opened();
			for (String alias : java.util.Collections.list(keys.aliases())) {
				Certificate[] chain = keys.getCertificateChain(alias);
				Certificate last = chain == null ? keys.getCertificate(alias) : chain[chain.length - 1];
				trusted.setCertificateEntry(alias, last);
			}
			return trusted;
		}
		catch (GeneralSecurityException | IOException unusable) {
			throw new IllegalStateException("the signing key store cannot be used", unusable);
		}
		finally {
			lock.unlock();
		}
	}

	/** Whether there is a key whose certificate has the names the holder has today. */
	private static boolean named(KeyStore keys, KeyHolder holder) throws KeyStoreException {
		return keys.getCertificate(holder.alias()) instanceof X509Certificate certificate && KeyHolder.of(certificate).equals(holder);
	}

	private KeyStore opened() throws GeneralSecurityException, IOException {
		if (store == null) {
			KeyStore keys = KeyStore.getInstance("PKCS12");
			if (Files.exists(file)) {
				try (InputStream stream = Files.newInputStream(file)) {
					keys.load(stream, password);
				}
			}
			else if (demo) {
				keys.load(null, null);
				DemoAuthority.create(keys, password, clock);
				save(keys);
			}
			else {
				throw new ProblemException(FileProblem.NO_SIGNING_KEY, Map.of("name", "", "alias", "motcua.signing.keystore"), List.of());
			}
			store = keys;
		}
		return store;
	}

	private void addDemo(KeyStore keys, KeyHolder holder) throws GeneralSecurityException, IOException {
		KeyStore.PrivateKeyEntry authority = unlocked(keys, AUTHORITY).orElseThrow();
		DemoAuthority.issue(keys, password, holder, authority.getPrivateKey(), (X509Certificate) authority.getCertificate(), clock);
		unlocked.remove(holder.alias());
		save(keys);
	}

	private void save(KeyStore keys) throws GeneralSecurityException {
		try {
			Files.createDirectories(file.getParent());
			Path fresh = Files.createTempFile(file.getParent(), "signing", ".p12");
			try (OutputStream stream = Files.newOutputStream(fresh)) {
				keys.store(stream, password);
			}
			Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

}
