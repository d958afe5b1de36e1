package vn.motcua.portal.upload;

import java.util.List;
import java.util.Map;

import vn.motcua.file.StoredFile;

/** What came of a handful of files: those stored, and for each refused one its name and why. */
public record Upload(List<StoredFile> stored, List<Refusal> refused) {

	/**
	 * @param file name as the person's device calls it
	 * @param code rule that was broken; its words stand under {@code problem.<code>}
	 */
	public record Refusal(String file, String code, Map<String, Object> values) {

		public String key() {
			return "problem." + code;
		}

	}

}
