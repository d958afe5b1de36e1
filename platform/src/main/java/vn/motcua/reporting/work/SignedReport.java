package vn.motcua.reporting.work;

import java.time.Instant;
import java.util.UUID;

/**
 * Figures as a leader signed them.
 *
 * @param number 1 for the first signing of a report; each later one is another version
 * @param sheetVersion version of the sheet that was signed
 * @param record canonical text of the figures
 * @param digest SHA-256 of the record, lower-case hexadecimal
 * @param file the signed PDF
 */
public record SignedReport(int number, int sheetVersion, String record, String digest, UUID file, String signerName, Instant signedAt) {
}
