package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.kernel.LocalizedText;

/** What there is to look at before a decision: the pages of the form and the examples. The form's preview draws them, under the proposal's address. */
public record BundlePreview(List<FormPage> pages, List<LocalizedText> examples) {

	public record FormPage(String id, LocalizedText title) {
	}

	static BundlePreview of(Bundle bundle) {
		List<FormPage> pages = new ArrayList<>();
		for (JsonNode page : BundleReader.form(bundle).tree().path("x-pages")) {
			String id = page.path("id").asString("");
			pages.add(new FormPage(id, words(page.path("title"), id)));
		}
		List<LocalizedText> examples = new ArrayList<>();
		BundleReader.examples(bundle).tree().forEach(example -> examples.add(words(example.path("name"), "–")));
		return new BundlePreview(pages, examples);
	}

	private static LocalizedText words(JsonNode words, String otherwise) {
		String vi = words.path("vi").asString("");
		return vi.isBlank() ? LocalizedText.same(otherwise) : new LocalizedText(vi, words.path("en").asString(vi));
	}

}
