package vn.motcua.file;

import java.util.List;

import eu.europa.esig.dss.token.AbstractSignatureTokenConnection;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;

/** DSS signs through a token; this one is one key that is unlocked already. */
final class SigningToken extends AbstractSignatureTokenConnection {

	private final DSSPrivateKeyEntry key;

	SigningToken(DSSPrivateKeyEntry key) {
		this.key = key;
	}

	@Override
	public List<DSSPrivateKeyEntry> getKeys() {
		return List.of(key);
	}

	@Override
	public void close() {
		// nothing was opened
	}

}
