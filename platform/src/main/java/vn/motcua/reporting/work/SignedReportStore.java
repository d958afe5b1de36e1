package vn.motcua.reporting.work;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.motcua.reporting.SheetKey;

/** What was signed; never changed. */
@Component
class SignedReportStore {

	private static final String ADD = """
			insert into reporting.signed_report (regime, period, agency, number, sheet_version, record, digest, file, account, account_name, at)
			values (:regime, :period, :agency, :number, :sheet, :record, :digest, :file, :account, :name, :at)""";

	private static final String ALL = """
			select number, sheet_version, record, digest, file, account_name, at from reporting.signed_report
			where regime = :regime and period = :period and agency = :agency order by number desc limit 200""";

	private final JdbcClient jdbc;

	SignedReportStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(SheetKey key, SignedReport signed, UUID account) {
		jdbc.sql(ADD).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value()).param("number", signed.number())
			.param("sheet", signed.sheetVersion()).param("record", signed.record()).param("digest", signed.digest()).param("file", signed.file())
			.param("account", account).param("name", signed.signerName()).param("at", ObligationStore.at(signed.signedAt())).update();
	}

	/** Newest first. */
	List<SignedReport> all(SheetKey key) {
		return jdbc.sql(ALL).param("regime", key.regime()).param("period", key.period()).param("agency", key.agency().value())
			.query((row, _) -> new SignedReport(row.getInt("number"), row.getInt("sheet_version"), row.getString("record"), row.getString("digest"),
					row.getObject("file", UUID.class), row.getString("account_name"), ObligationStore.instant(row, "at")))
			.list();
	}

}
