package vn.motcua.reporting.analysis;

/**
 * One observation that was sent to us.
 *
 * @param number of the line in CSV, of the observation in JSON, from 1
 */
record SdmxLine(int number, String indicator, String breakdown, String area, String period, String value) {
}
