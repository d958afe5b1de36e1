package vn.motcua.form.preview;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.motcua.form.FormDefinition.FormPage;
import vn.motcua.form.preview.Preview.Place;

/**
 * Where a page of the form stands on the way of an example.
 *
 * @param pages that the example goes through
 * @param example 0 for the form without answers
 */
public record PreviewedPage(List<FormPage> pages, String id, int example, Place place) {

	/** From 1; 0 when the example does not come here. */
	public int number() {
		return pages.stream().map(FormPage::id).toList().indexOf(id) + 1;
	}

	public boolean asked() {
		return number() > 0;
	}

	/** Address of the page before, {@code null} for none. */
	public @Nullable String before() {
		return number() < 2 ? null : address(pages.get(number() - 2).id());
	}

	/** Where the button leads: the next page, after the last one what becomes of the example. */
	public String next() {
		if (asked() && number() < pages.size()) {
			return address(pages.get(number()).id());
		}
		return example == 0 ? place.home() : place.at() + "/vi-du/" + example;
	}

	/** The same page with the answers of another example. */
	public String with(int other) {
		return place.at() + "/trang/" + id + "/" + other;
	}

	private String address(String page) {
		return place.at() + "/trang/" + page + "/" + example;
	}

}
