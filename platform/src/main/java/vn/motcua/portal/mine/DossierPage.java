package vn.motcua.portal.mine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offer;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.dossier.AttachedFile;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierStatus;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.DossierView;
import vn.motcua.dossier.DossierView.SupplementRequest;
import vn.motcua.exchange.SentView;
import vn.motcua.kernel.LocalizedText;

/**
 * One dossier for the person it belongs to.
 *
 * @param timeline newest first
 * @param sent what the agency's own system sent beside
 * @param offer terms of the agency in charge, {@code null} where it has none of its own
 * @param names what the papers are called, by component
 */
public record DossierPage(DossierView dossier, ServiceVersion service, List<DossierEvent> timeline, SentView sent, Map<String, LocalizedText> names, Instant now, @Nullable Offer offer) {

	public DossierSummary summary() {
		return dossier.summary();
	}

	public String href() {
		return "/ho-so/" + summary().code().value();
	}

	/** The request that waits for an answer, if one does. */
	public @Nullable SupplementRequest openSupplement() {
		boolean open = summary().status() == DossierStatus.SUPPLEMENT_REQUESTED && !dossier.supplements().isEmpty();
		return open ? dossier.supplements().getLast() : null;
	}

	public boolean mayWithdraw() {
		DossierStatus status = summary().status();
		return !status.ended() && status != DossierStatus.COMPLETED;
	}

	public boolean mayDownloadResult() {
		return dossier.result() != null;
	}

	public long owedVnd() {
		return Math.max(0, dossier.feesVnd() - dossier.paidVnd());
	}

	public LocalizedText name(AttachedFile file) {
		return name(file.componentId());
	}

	public LocalizedText name(String componentId) {
		LocalizedText name = names.get(componentId);
		return name == null ? LocalizedText.same(componentId) : name;
	}

	/** First characters of a digest, enough to compare by eye; the receipt has it in full. */
	public static String shortDigest(String sha256) {
		return sha256.substring(0, 8) + "…" + sha256.substring(sha256.length() - 8);
	}

}
