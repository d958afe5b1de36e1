package vn.motcua.form.preview;

import vn.motcua.file.Documents.Pictures;

/**
 * A paper as it looks.
 *
 * @param word last part of its address
 * @param sheets its first pages
 */
public record PreviewedPaper(String word, Pictures sheets) {

	public boolean cut() {
		return sheets.pages() > sheets.uris().size();
	}

}
