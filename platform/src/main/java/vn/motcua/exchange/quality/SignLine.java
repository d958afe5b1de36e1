package vn.motcua.exchange.quality;

import java.time.LocalDate;
import java.util.Map;

import vn.motcua.kernel.DossierCode;

/**
 * A line behind a sign.
 *
 * @param day day in the code
 * @param line the sender's number of the line, 0 where the whole dossier is meant
 * @param words what was seen, without names and with numbers of people masked
 */
public record SignLine(LocalDate day, DossierCode code, int line, Map<String, String> words) {
}
