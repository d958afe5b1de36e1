package vn.motcua.sdk;

/**
 * Where a line came from on the sender's own side, for whoever mends it.
 *
 * @param source the file, table or system
 * @param row number of the row in it
 */
public record LineOrigin(String source, long row) {
}
