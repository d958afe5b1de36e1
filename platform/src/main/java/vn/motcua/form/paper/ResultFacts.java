package vn.motcua.form.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import vn.motcua.catalogue.ServiceVersion;

/**
 * What the document of a result says beside the answers.
 *
 * @param granted whether the applicant gets what was asked
 * @param opinion ground of the decision, empty for none
 * @param qr picture of the code that leads to its verification, as a data URI
 */
public record ResultFacts(String number, boolean granted, String opinion, Signing signing, Filed filed, String qr) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	/** @param position what the competent person is called, for example CHỦ TỊCH */
	public record Signing(String agency, String position, String signer, LocalDate on) {
	}

	public record Filed(String code, String applicant, LocalDate on, long feesVnd) {
	}

	/** By the names that templates use; what is empty does not hold. */
	Map<String, String> named(ServiceVersion service, String refusal) {
		Map<String, String> facts = new HashMap<>();
		facts.put("number", number);
		facts.put("signed_on", DAY.format(signing.on()));
		facts.put("agency", signing.agency());
		facts.put("signer", signing.signer());
		facts.put("position", signing.position());
		facts.put("code", filed.code());
		facts.put("qr", qr);
		facts.put("service", service.name().vi());
		facts.put("applicant", filed.applicant());
		facts.put("submitted_on", DAY.format(filed.on()));
		facts.put("result", granted ? service.results().isEmpty() ? service.name().vi() : service.results().getFirst().name().vi() : refusal);
		facts.put(granted ? "granted" : "refused", "1");
		facts.put("fees", String.format(Locale.of("vi", "VN"), "%,d đồng", filed.feesVnd()));
		facts.put("opinion", opinion);
		return facts;
	}

}
