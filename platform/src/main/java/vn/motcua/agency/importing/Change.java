package vn.motcua.agency.importing;

import vn.motcua.agency.Agency.Level;

/**
 * One thing an import would change, as people read it.
 *
 * @param line line of the file, 0 for a unit that ends because the file no longer names it
 * @param unit what the unit is called until then
 */
public record Change(Kind kind, int line, Level level, String code, String unit, String before, String after) {

	public enum Kind {
		ADDED, RENAMED, MOVED, RECODED, ENDED
	}

}
