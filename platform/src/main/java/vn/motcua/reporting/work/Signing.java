package vn.motcua.reporting.work;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.file.Documents;
import vn.motcua.file.Files;
import vn.motcua.file.Signatures;
import vn.motcua.kernel.Actor;
import vn.motcua.reporting.Cells;
import vn.motcua.reporting.ReportAddress;
import vn.motcua.reporting.ReportDocuments;
import vn.motcua.reporting.ReportTexts;
import vn.motcua.reporting.Sheets;
import vn.motcua.reporting.Sheets.Sheet;
import vn.motcua.reporting.Totals;
import vn.motcua.reporting.Totals.Total;

/**
 * Signs the figures of a report, and the words in its tables, as they stand: by the leader and by the agency (Decree 30/2020/NĐ-CP). Made before the transaction that records it, so
 * that no row is held while the document is drawn; what was never recorded is known to nobody.
 */
@Component
class Signing {

	private final Sheets sheets;

	private final Totals totals;

	private final Cells cells;

	private final ReportTexts texts;

	private final SignedPaper paper;

	private final Sealing sealing;

	Signing(@Lazy Sheets sheets, @Lazy Totals totals, @Lazy Cells cells, @Lazy ReportTexts texts, SignedPaper paper, Sealing sealing) {
		this.sheets = sheets;
		this.totals = totals;
		this.cells = cells;
		this.texts = texts;
		this.paper = paper;
		this.sealing = sealing;
	}

	/** Ready to be recorded when the sheet is still at that version. */
	record Prepared(int sheetVersion, String record, String digest, UUID file) {
	}

	/** What would be signed. @param edition of what is written beside the figures */
	record Standing(int sheetVersion, @Nullable Total total, SignedFigures figures, String edition) {

		/** Another as soon as anything of it is. */
		String mark() {
			return SignedFigures.digest(figures.text() + edition);
		}

	}

	/** As it stands now. */
	Standing standing(ReportAddress address) {
		String edition = texts.edition(address.key());
		Sheet sheet = sheets.sheet(address.key());
		Total total = total(address);
		return new Standing(sheet.version(), total, SignedFigures.of(address.path(), sheet, cells.of(address.regime().number()), total, texts.words(address.key())), edition);
	}

	Prepared prepare(ReportAddress address, Standing standing, Actor leader, LocalDate today) {
		String text = standing.figures().text();
		String digest = SignedFigures.digest(text);
		return new Prepared(standing.sheetVersion(), text, digest,
				sealing.seal(() -> paper.xhtml(address, standing.figures(), digest), standing.total(), digest, address, leader, today));
	}

	int sheetVersion(ReportAddress address) {
		return sheets.sheet(address.key()).version();
	}

	/** Sums over all below, as they stand now; {@code null} for an agency with nobody below. */
	private @Nullable Total total(ReportAddress address) {
		LocalDate period = address.key().period();
		List<Total> found = totals.totals(address.key().regime(), period, period, List.of(address.agency().id().value()));
		return found.isEmpty() ? null : found.getFirst();
	}

	/** Draws, signs and keeps the document. */
	@Component
	static class Sealing {

		private final ObjectProvider<ReportDocuments> reports;

		private final Documents documents;

		private final Signatures signatures;

		private final Files files;

		private final Agencies agencies;

		private final WorkWords words;

		Sealing(ObjectProvider<ReportDocuments> reports, Documents documents, Signatures signatures, Files files, Agencies agencies, WorkWords words) {
			this.reports = reports;
			this.documents = documents;
			this.signatures = signatures;
			this.files = files;
			this.agencies = agencies;
			this.words = words;
		}

		/** The whole report where there is one to draw, else its figures; the digest stands in the reason of the signature. */
		UUID seal(Supplier<String> figures, @Nullable Total total, String digest, ReportAddress address, Actor leader, LocalDate today) {
			Agency agency = leader.agency() == null ? address.agency() : agencies.get(leader.agency(), today);
			String position = words.vietnamese("reporting.work.position." + agency.level().name().toLowerCase(Locale.ROOT));
			ReportDocuments whole = reports.getIfAvailable();
			byte[] pdf = whole == null ? documents.pdf(figures.get()) : whole.pdf(address.key(), total);
			byte[] signed = signatures.sign(pdf, new Signatures.Signer(leader.account(), leader.name(), position, agency.id(), agency.fullName().vi()),
					words.vietnamese("reporting.work.paper.reason") + "; SHA-256 " + digest);
			return files.store(new ByteArrayInputStream(signed), "bao-cao-" + address.path().replace('/', '-').replace(':', '-') + ".pdf", Files.Acceptance.ANY).id();
		}

	}

}
