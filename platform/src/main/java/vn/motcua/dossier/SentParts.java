package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * Papers, results, fees and payments that an agency's own system sent with the lines of a dossier: of each kind the latest list it sent.
 * Decision 31/2021/QĐ-TTg art. 30.
 *
 * @param papers what was handed in (<i>thành phần hồ sơ</i>)
 * @param results what the agency issued (<i>kết quả giải quyết</i>)
 */
public record SentParts(List<Paper> papers, List<Paper> results, List<Money> fees, List<Money> payments) {

	/**
	 * A paper or a result.
	 *
	 * @param number of a result, {@code null} for none
	 * @param kind original, copy or electronic, {@code null} when it was not said
	 */
	public record Paper(String name, @Nullable String code, @Nullable String number, @Nullable String kind, boolean digitised, List<SentFile> files) {
	}

	/**
	 * A file by its name, and by what of these the sender gave.
	 *
	 * @param sha256 by which its bytes are found or compared
	 * @param url where the agency keeps it; never opened by the platform
	 */
	public record SentFile(String name, @Nullable Long bytes, @Nullable String sha256, @Nullable String url) {
	}

	/** A fee that is asked or a payment that was made. */
	public record Money(String name, long amountVnd, @Nullable String how) {
	}

	public static SentParts of(List<DossierEvent> events) {
		List<Paper> papers = List.of();
		List<Paper> results = List.of();
		List<Money> fees = List.of();
		List<Money> payments = List.of();
		for (DossierEvent event : events) {
			JsonNode more = event.detail().path("more");
			papers = more.path("components").isArray() ? papers(more.path("components")) : papers;
			results = more.path("results").isArray() ? papers(more.path("results")) : results;
			fees = more.path("fees").isArray() ? money(more.path("fees"), "payAt") : fees;
			payments = more.path("payments").isArray() ? money(more.path("payments"), "method") : payments;
		}
		return new SentParts(papers, results, fees, payments);
	}

	public boolean isEmpty() {
		return papers.isEmpty() && results.isEmpty() && fees.isEmpty() && payments.isEmpty();
	}

	/** Digests of all files. */
	public List<String> digests() {
		List<String> digests = new ArrayList<>();
		for (List<Paper> list : List.of(papers, results)) {
			list.forEach(paper -> paper.files().stream().map(SentFile::sha256).filter(java.util.Objects::nonNull).forEach(digests::add));
		}
		return digests;
	}

	private static List<Paper> papers(JsonNode list) {
		return list.valueStream().filter(JsonNode::isObject).map(one -> new Paper(one.path("name").asString("–"), text(one, "code"), text(one, "number"), text(one, "kind"),
				one.path("digitised").asBoolean(false), one.path("files").valueStream().filter(JsonNode::isObject).map(SentParts::file).toList())).toList();
	}

	private static SentFile file(JsonNode file) {
		return new SentFile(file.path("name").asString("–"), file.path("bytes").isNumber() ? file.path("bytes").asLong() : null, text(file, "sha256"), text(file, "url"));
	}

	private static List<Money> money(JsonNode list, String how) {
		return list.valueStream().filter(JsonNode::isObject).map(one -> new Money(one.path("name").asString("–"), one.path("amountVnd").asLong(0), text(one, how))).toList();
	}

	private static @Nullable String text(JsonNode from, String name) {
		String text = from.path(name).asString("");
		return text.isEmpty() ? null : text;
	}

}
