package vn.motcua.portal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.DossierView.ResultView;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Results;
import vn.motcua.dossier.VerifiedResult;
import vn.motcua.file.Files;
import vn.motcua.file.Signatures;
import vn.motcua.kernel.LocalizedText;

/**
 * Verifies a result by the token of its QR code: looks it up in the ledger and checks the signatures of the document that
 * is kept, not of what the ledger says about it.
 */
@Service
class ResultVerifier {

	private static final int REMEMBERED = 256;

	private final Results results;

	private final Dossiers dossiers;

	private final Catalogue catalogue;

	private final Files files;

	private final Signatures signatures;

	/** Checking signatures is slow and stored bytes never change. */
	private final Map<UUID, List<Signatures.Signature>> checked = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<UUID, List<Signatures.Signature>> eldest) {
			return size() > REMEMBERED;
		}

	});

	ResultVerifier(Results results, Dossiers dossiers, Catalogue catalogue, Files files, Signatures signatures) {
		this.results = results;
		this.dossiers = dossiers;
		this.catalogue = catalogue;
		this.files = files;
		this.signatures = signatures;
	}

	Optional<Verification> verify(String token) {
		return token.matches("[A-Za-z0-9_-]{16,64}") ? results.verify(token).flatMap(this::verified) : Optional.empty();
	}

	private Optional<Verification> verified(VerifiedResult known) {
		ResultView result = known.result();
		List<Signatures.Signature> found = signatures(result.file());
		boolean genuine = !found.isEmpty() && found.stream().allMatch(signature -> signature.intact() && signature.trusted());
		String signer = found.stream().filter(Signatures.Signature::personal).map(Signatures.Signature::signerName).findFirst().orElse(known.signerName());
		return dossiers.find(known.code()).map(dossier -> new Verification(kind(dossier), result.number(), known.agencyName(), signer,
				result.signedAt(), genuine, result.granted(), result.revokedAt(), known.revocationReason(),
				Verification.initials(dossier.summary().applicantName()), files.get(result.file()).sha256()));
	}

	private LocalizedText kind(DossierView dossier) {
		ServiceVersion service = catalogue.get(dossier.serviceVersion());
		return service.results().isEmpty() ? service.name() : service.results().getFirst().name();
	}

	private List<Signatures.Signature> signatures(UUID file) {
		List<Signatures.Signature> known = checked.get(file);
		if (known != null) {
			return known;
		}
		try (InputStream pdf = files.open(file)) {
			List<Signatures.Signature> found = List.copyOf(signatures.verify(pdf));
			checked.put(file, found);
			return found;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
