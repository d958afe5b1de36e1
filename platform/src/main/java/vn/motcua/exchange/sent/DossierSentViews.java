package vn.motcua.exchange.sent;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierSummary;
import vn.motcua.dossier.SentParts;
import vn.motcua.exchange.SentFiles;
import vn.motcua.exchange.SentRecords;
import vn.motcua.exchange.SentView;
import vn.motcua.exchange.SentViews;
import vn.motcua.file.StoredFile;

/** Parts out of the dossier's own events, files by their digests, records by the code. */
@Component
class DossierSentViews implements SentViews {

	private final SentFiles files;

	private final SentRecords records;

	DossierSentViews(SentFiles files, SentRecords records) {
		this.files = files;
		this.records = records;
	}

	@Override
	public SentView of(DossierSummary dossier, List<DossierEvent> events) {
		SentParts parts = SentParts.of(events);
		Map<String, StoredFile> stored = files.find(dossier.agency(), dossier.code().receivedOn(), parts.digests());
		return new SentView(dossier.agencyName(), parts, stored, records.of(dossier.code()));
	}

}
