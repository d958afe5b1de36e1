package vn.motcua.portal.mine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;
import vn.motcua.dossier.DossierStep.SuppliedFile;
import vn.motcua.file.StoredFile;

/**
 * Files uploaded for a supplement and not sent yet. They wait in the session of the person who uploaded them, so that
 * nobody sends a file of somebody else, and a refused file does not lose the good ones.
 */
public final class SupplementBasket {

	/** @param item place of the request's item, from 0 */
	public record Kept(int item, String componentId, UUID fileId, String name, long sizeBytes) implements Serializable {
	}

	private final HttpSession session;

	private final String attribute;

	SupplementBasket(HttpSession session, String code) {
		this.session = session;
		this.attribute = "portal.supplement." + code;
	}

	public List<Kept> files() {
		return session.getAttribute(attribute) instanceof ArrayList<?> kept ? kept.stream().map(Kept.class::cast).toList() : List.of();
	}

	public List<Kept> files(int item) {
		return files().stream().filter(kept -> kept.item() == item).toList();
	}

	void add(int item, String componentId, StoredFile file) {
		ArrayList<Kept> kept = new ArrayList<>(files());
		kept.add(new Kept(item, componentId, file.id(), file.name(), file.sizeBytes()));
		session.setAttribute(attribute, kept);
	}

	void remove(UUID fileId) {
		session.setAttribute(attribute, new ArrayList<>(files().stream().filter(kept -> !kept.fileId().equals(fileId)).toList()));
	}

	List<SuppliedFile> supplied() {
		return files().stream().map(kept -> new SuppliedFile(kept.componentId(), kept.fileId())).toList();
	}

	void clear() {
		session.removeAttribute(attribute);
	}

}
