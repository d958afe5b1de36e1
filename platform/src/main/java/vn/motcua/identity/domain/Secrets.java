package vn.motcua.identity.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys that all nodes share, in the database but sealed (AES-256-GCM) with a key that is not: {@code MOTCUA_KEY} in the
 * environment, or the file {@code key} of the data folder, made at the first start.
 */
@Component
public class Secrets {

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String FIND = "select value from identity.secret where name = :name";

	private static final String INSERT = "insert into identity.secret (name, value) values (:name, :value) on conflict (name) do nothing";

	private final JdbcClient sql;

	private final SecretKeySpec key;

	private final byte[] formKey;

	Secrets(JdbcClient sql, @Value("${motcua.data}") Path data, @Value("${MOTCUA_KEY:}") String given) {
		this.sql = sql;
		this.key = new SecretKeySpec(given.isBlank() ? keyFile(data.resolve("key")) : Base64.getDecoder().decode(given.strip()), "AES");
		this.formKey = named("form-tokens", () -> random(32));
	}

	/** Key of the digests in forms. */
	public byte[] formKey() {
		return formKey;
	}

	/** The secret of that name, made by the first node that asks. */
	public byte[] named(String name, Supplier<byte[]> make) {
		return sql.sql(FIND).param("name", name).query(byte[].class).optional().map(this::open).orElseGet(() -> {
			sql.sql(INSERT).param("name", name).param("value", seal(make.get())).update();
			return open(sql.sql(FIND).param("name", name).query(byte[].class).single());
		});
	}

	byte[] seal(byte[] plain) {
		try {
			byte[] nonce = random(NONCE_BYTES);
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
			byte[] sealed = cipher.doFinal(plain);
			return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	byte[] open(byte[] sealed) {
		try {
			Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
			cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
			return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
		}
		catch (GeneralSecurityException wrongKey) {
			throw new IllegalStateException("The key of the data folder (file \"key\", or MOTCUA_KEY) is not the one this database was made with.",
					wrongKey);
		}
	}

	private static byte[] keyFile(Path file) {
		try {
			if (!Files.exists(file)) {
				Files.createDirectories(file.getParent());
				Path fresh = Files.createTempFile(file.getParent(), "key", "",
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
				Files.write(fresh, random(32));
				try {
					Files.createLink(file, fresh);
				}
				catch (FileAlreadyExistsException another) {
					// another process made it first; that one counts
				}
				Files.delete(fresh);
			}
			return Files.readAllBytes(file);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static byte[] random(int bytes) {
		byte[] random = new byte[bytes];
		RANDOM.nextBytes(random);
		return random;
	}

}
