package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.networknt.schema.SchemaLocation;

import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceVersion;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.bundle.BundleRule;
import vn.motcua.catalogue.bundle.ExpressionCheck;
import vn.motcua.catalogue.bundle.Finding;
import vn.motcua.catalogue.bundle.Source;
import vn.motcua.catalogue.feel.Feel;

/** {@code form.json}: a valid JSON Schema whose questions are drawn, asked and named rightly. */
final class FormCheck implements BundleRule {

	static final int MOST_FIELDS = 500;

	@Override
	public List<Finding> check(Bundle bundle) {
		Source source = BundleReader.form(bundle);
		List<Finding> findings = new ArrayList<>();
		metaSchema(source, findings);
		new Pass(source, BundleReader.read(bundle), findings).run();
		return findings;
	}

	private static void metaSchema(Source source, List<Finding> findings) {
		SchemaDialect.REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
			.validate(source.tree())
			.forEach(error -> findings.add(source.finding(error.getInstanceLocation().toString(), "form-schema", "This is not JSON Schema 2020-12: " + error.getMessage() + ".")));
	}

	/** One pass over one form. */
	private static final class Pass {

		private final Source source;

		private final JsonNode form;

		private final List<Finding> findings;

		private final ExpressionCheck expressions;

		private final ServiceVersion service;

		private final FieldCheck fieldCheck;

		private final Set<String> questions = new LinkedHashSet<>();

		private final Set<String> containers = new HashSet<>();

		private int count;

		private Pass(Source source, ServiceVersion service, List<Finding> findings) {
			this.source = source;
			this.form = source.tree();
			this.service = service;
			this.findings = findings;
			this.expressions = new ExpressionCheck(source, service, findings);
			this.fieldCheck = new FieldCheck(source, service, expressions, findings);
		}

		private void run() {
			words(form.path("x-declaration"), "/x-declaration", "form-declaration", "The form needs x-declaration, what the applicant confirms, in vi and en.");
			object(form, "", "");
			if (count > MOST_FIELDS) {
				add("", "form-size", "A form has at most " + MOST_FIELDS + " questions; this one has " + count + ".");
			}
			pages();
			new PageOrderCheck(source, new Feel(service.tables(), (province, district) -> false), findings).check();
			new SignerCheck(source, expressions, findings).check();
		}

		private void object(JsonNode object, String pointer, String path) {
			required(object, pointer);
			object.path("properties").properties().forEach(member -> {
				String at = pointer + "/properties/" + member.getKey();
				String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
				if (!member.getKey().matches("[a-z][a-z0-9_]{0,59}") || Set.of("today", "channel", "case", "item", "parent").contains(member.getKey())) {
					add(at, "form-name", "The name of an answer is lower-case letters, digits and _, and none of today, channel, case, item, parent.");
				}
				if (member.getValue().path("x-field").has("kind")) {
					questions.add(name);
					count += fieldCheck.check(member.getValue(), at, name);
				}
				else {
					containers.add(name);
					container(member.getValue(), at, name);
				}
			});
		}

		private void container(JsonNode object, String pointer, String path) {
			if (!object.path("properties").isObject()) {
				add(pointer, "form-kind", "\"" + path + "\" has neither a kind nor questions inside it.");
				return;
			}
			expressions.check(object.path("x-field").path("when"), pointer + "/x-field/when", Set.of("today"));
			object(object, pointer, path);
		}

		private void required(JsonNode object, String pointer) {
			for (int index = 0; index < object.path("required").size(); index++) {
				String name = object.path("required").path(index).asString("");
				if (!object.path("properties").has(name)) {
					add(pointer + "/required/" + index, "form-unknown-required", "There is no question \"" + name + "\" to require.");
				}
			}
		}

		private void pages() {
			JsonNode pages = form.path("x-pages");
			if (pages.isEmpty()) {
				add("", "form-pages", "The form needs x-pages, the list of its pages.");
			}
			Set<String> ids = new HashSet<>();
			Set<String> placed = new HashSet<>();
			for (int index = 0; index < pages.size(); index++) {
				page(pages.get(index), "/x-pages/" + index, ids, placed);
			}
			questions.stream().filter(question -> !placed.contains(question) && !vn.motcua.catalogue.bundle.FormPaths.kind(form, question).equals("computed"))
				.forEach(question -> add("/properties/" + question.replace(".", "/properties/"), "form-field-without-page", "No page asks \"" + question + "\"."));
		}

		private void page(JsonNode page, String pointer, Set<String> ids, Set<String> placed) {
			String id = page.path("id").asString("");
			if (!id.matches("[a-z][a-z0-9-]{0,39}") || !ids.add(id)) {
				add(pointer + "/id", "form-page-id", "Every page needs an id of its own: lower-case letters, digits and hyphens.");
			}
			words(page.path("title"), pointer + "/title", "form-language", "The title of a page stands in vi and en.");
			expressions.check(page.path("when"), pointer + "/when", Set.of("today"));
			for (int index = 0; index < page.path("fields").size(); index++) {
				String path = page.path("fields").path(index).asString("");
				List<String> named = questions.stream().filter(question -> question.equals(path) || containers.contains(path) && question.startsWith(path + ".")).toList();
				if (named.isEmpty()) {
					add(pointer + "/fields/" + index, "form-unknown-field", "The form has no question \"" + path + "\".");
				}
				String at = pointer + "/fields/" + index;
				named.stream().filter(question -> !placed.add(question)).forEach(question -> add(at, "form-field-twice", "\"" + question + "\" is asked on two pages."));
			}
		}

		private void words(JsonNode words, String pointer, String rule, String message) {
			if (words.path("vi").asString("").isBlank() || words.path("en").asString("").isBlank()) {
				add(pointer, rule, message);
			}
		}

		private void add(String pointer, String rule, String message) {
			findings.add(source.finding(pointer, rule, message));
		}

	}

}
