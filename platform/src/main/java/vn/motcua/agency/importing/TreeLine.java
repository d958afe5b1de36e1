package vn.motcua.agency.importing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.agency.Agency.Level;

/**
 * A line whose fields have the right form.
 *
 * @param code statistics code of a territorial unit, else {@code null}
 * @param parent code of what it stands under or, for an agency, of the territory it works for; empty for none
 * @param id number of the unit, {@code null} where the code tells which one it is
 * @param fresh whether the line founds a unit even though another holds the code
 */
record TreeLine(int number, Level level, String kind, String name, @Nullable String nameEn, @Nullable String code, String parent,
		@Nullable String exchangeCode, @Nullable Integer id, boolean fresh, List<String> replaces) {

	boolean territorial() {
		return code != null;
	}

}
