package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.bundle.ExpressionCheck;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.FormPaths;
import vn.motcua.catalogue.bundle.Source;

/** Who else fills in and signs: {@code x-signers}, and the pages that name them in {@code by}. */
final class SignerCheck {

	private static final int MOST_KINDS = 10;

	private final Source source;

	private final JsonNode form;

	private final ExpressionCheck expressions;

	private final List<Finding> findings;

	SignerCheck(Source source, ExpressionCheck expressions, List<Finding> findings) {
		this.source = source;
		this.form = source.tree();
		this.expressions = expressions;
		this.findings = findings;
	}

	void check() {
		JsonNode signers = form.path("x-signers");
		Set<String> ids = new HashSet<>(Set.of(FormPart.OFFICE));
		for (int index = 0; index < signers.size(); index++) {
			signer(signers.get(index), "/x-signers/" + index, ids);
		}
		if (signers.size() > MOST_KINDS) {
			add("/x-signers", "At most " + MOST_KINDS + " kinds of people sign one form.");
		}
		for (int index = 0; index < form.path("x-pages").size(); index++) {
			page(form.path("x-pages").get(index), "/x-pages/" + index, ids);
		}
	}

	private void signer(JsonNode signer, String at, Set<String> ids) {
		String id = signer.path("id").asString("");
		if (!id.matches("[a-z][a-z0-9_-]{0,39}") || !ids.add(id)) {
			add(at + "/id", "Every kind of signer needs an id of its own, not \"office\": lower-case letters, digits, _ and -.");
		}
		for (String words : List.of("title", "statement")) {
			if (signer.path(words).path("vi").asString("").isBlank() || signer.path(words).path("en").asString("").isBlank()) {
				add(at, "\"" + words + "\" of a signer stands in vi and en.");
			}
		}
		expressions.check(signer.path("when"), at + "/when", Set.of("today"));
		expressions.check(signer.path("count"), at + "/count", Set.of("today"));
		String each = signer.path("each").asString("");
		List<JsonNode> pages = pages(id);
		if (!each.isEmpty() && (!FormPaths.kind(form, each).equals("group") || !signer.has("count"))) {
			add(at + "/each", "\"each\" names a group and needs \"count\", how many people sign.");
		}
		if (!each.isEmpty() && pages.stream().anyMatch(page -> page.path("fields").size() != 1 || !page.path("fields").path(0).asString("").equals(each))) {
			add(at + "/each", "A page of several signers asks the group \"" + each + "\" and nothing else.");
		}
		if (each.isEmpty() && signer.has("count") && !pages.isEmpty()) {
			add(at + "/count", "When several people answer questions, \"each\" says which group they fill in, one repetition each.");
		}
		for (int index = 0; index < signer.path("sees").size(); index++) {
			String seen = signer.path("sees").path(index).asString("");
			if (pages("").stream().noneMatch(page -> page.path("id").asString("").equals(seen))) {
				add(at + "/sees/" + index, "The applicant has no page \"" + seen + "\".");
			}
		}
		if (pages.isEmpty() && signer.path("sees").isEmpty()) {
			add(at, "A signer fills in a page (by) or sees one (sees); else there is nothing to sign.");
		}
	}

	private void page(JsonNode page, String at, Set<String> ids) {
		String by = page.path("by").asString("");
		if (!by.isEmpty() && !ids.contains(by)) {
			add(at + "/by", "There is no signer \"" + by + "\".");
		}
		for (int index = 0; !by.isEmpty() && index < page.path("fields").size(); index++) {
			String path = page.path("fields").path(index).asString("");
			if (FormPaths.kind(form, path).equals("file")) {
				add(at + "/fields/" + index, "Papers are uploaded on pages of the applicant.");
			}
		}
	}

	private List<JsonNode> pages(String by) {
		List<JsonNode> pages = new ArrayList<>();
		form.path("x-pages").forEach(page -> {
			if (page.path("by").asString("").equals(by)) {
				pages.add(page);
			}
		});
		return pages;
	}

	private void add(String pointer, String message) {
		findings.add(source.finding(pointer, "form-signer", message));
	}

}
