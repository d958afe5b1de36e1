package vn.motcua.exchange;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

import vn.motcua.file.StoredFile;
import vn.motcua.kernel.Actor;
import vn.motcua.kernel.AgencyId;

/** Files that agencies' systems give by content; what is only named by its address is never fetched by the platform. */
public interface SentFiles {

	/**
	 * Keeps a file under its digest; the same file again is the one that is there.
	 * @throws vn.motcua.kernel.problem.ProblemException {@link ExchangeProblem#OTHER_BYTES} when the bytes have another digest, or what module file refuses
	 */
	StoredFile keep(Actor sender, String sha256, String name, InputStream content);

	/** Files by digest that systems of this agency, or of one above it, gave; digests that nobody gave are left out. */
	Map<String, StoredFile> find(AgencyId agency, LocalDate day, Collection<String> sha256s);

}
