package vn.motcua.exchange.reconciliation;

import java.time.LocalDate;

/**
 * A day with lines that no sender stated yet.
 *
 * @param agency agency part of dossier codes
 * @param day day in dossier codes
 */
public record UncomparedDay(String agency, LocalDate day) {
}
