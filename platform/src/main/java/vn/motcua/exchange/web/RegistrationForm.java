package vn.motcua.exchange.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import vn.motcua.exchange.Participant;
import vn.motcua.exchange.Participant.Contact;

/** What was typed about a system that is to take part. */
public record RegistrationForm(String agency, String clientId, String name, String contactName, String email, String phone, String purpose, String ground,
		String agencies, String procedures, boolean takesPortal, boolean reports, String lines) {

	static final RegistrationForm EMPTY = new RegistrationForm("", "", "", "", "", "", "", "", "", "", false, false, "10000");

	static final long MOST_LINES = 100_000_000;

	private static final Pattern EMAIL = Pattern.compile("[\\p{Graph}&&[^@<>\"]]{1,64}@[\\p{Graph}&&[^@<>\"]]{1,180}\\.[a-zA-Z]{2,20}");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .-]{7,18}");

	static RegistrationForm of(Map<String, String> posted) {
		return new RegistrationForm(text(posted, "coQuan"), text(posted, "ma"), text(posted, "ten"), text(posted, "nguoiLienHe"), text(posted, "thuDienTu"),
				text(posted, "dienThoai"), text(posted, "mucDich"), text(posted, "canCu"), text(posted, "pham-vi-co-quan"), text(posted, "pham-vi-thu-tuc"),
				posted.containsKey("nhanHoSo"), posted.containsKey("guiBaoCao"), text(posted, "soDong"));
	}

	/** What is known of a system, to be changed. */
	static RegistrationForm of(Participant participant) {
		Contact contact = participant.profile().contact();
		return new RegistrationForm("", participant.clientId(), participant.name(), contact.name(), contact.email(), contact.phone(), "", "", "", "", false, false, "");
	}

	Contact contact() {
		return new Contact(contactName, email, phone);
	}

	/** Name and contact alone. */
	FormErrors contactErrors() {
		FormErrors errors = new FormErrors();
		required(errors, "ten", name, 100);
		required(errors, "nguoiLienHe", contactName, 100);
		if (!EMAIL.matcher(email).matches()) {
			errors.add("thuDienTu", "exchange.email");
		}
		if (!PHONE.matcher(phone).matches()) {
			errors.add("dienThoai", "exchange.phone");
		}
		return errors;
	}

	static void required(FormErrors errors, String field, String text, int longest) {
		if (text.isEmpty()) {
			errors.add(field, "form.required");
		}
		if (text.length() > longest) {
			errors.add(field, "form.too-long", "max", longest);
		}
		if (text.chars().anyMatch(letter -> Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t')) {
			errors.add(field, "dossier.sync.characters");
		}
	}

	/** A whole number from 1, also with its thousands parted, or -1. */
	static long number(String typed) {
		String digits = typed.matches("[1-9]\\d{0,2}(([., \\u00a0])\\d{3}(\\2\\d{3})*)?") ? typed.replaceAll("\\D", "") : typed;
		return digits.matches("[1-9]\\d{0,8}") ? Long.parseLong(digits) : -1;
	}

	static List<String> words(String typed) {
		return Arrays.stream(typed.split("[\\s,;]+")).filter(word -> !word.isEmpty()).distinct().toList();
	}

	private static String text(Map<String, String> posted, String name) {
		return posted.getOrDefault(name, "").strip();
	}

}
