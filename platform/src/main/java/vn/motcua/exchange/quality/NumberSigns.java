package vn.motcua.exchange.quality;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import vn.motcua.dossier.SyncedHistory;
import vn.motcua.kernel.DossierCode;
import vn.motcua.kernel.PersonalNumber;

/** Numbers of people that cannot be, by rules that need no register: a personal number has no check digit. */
final class NumberSigns {

	/** No day of an agency has more dossiers that are held against each other. */
	private static final int MOST_NUMBERS = 50_000;

	private static final int SAME_FROM = 6;

	private static final Set<String> RUNNING = Set.of("123456", "234567", "345678", "456789", "654321", "123456789", "987654321", "012345678", "012345");

	private final SignRules rules;

	private final Set<String> provinces;

	/** By number: the names it stood for and the dossiers they stood in. */
	private final Map<String, Shared> numbers = new HashMap<>();

	NumberSigns(SignRules rules, Set<String> provinces) {
		this.rules = rules;
		this.provinces = provinces;
	}

	private record Shared(Set<String> names, Set<DossierCode> dossiers) {
	}

	void look(SyncedHistory dossier, DayFindings findings) {
		String number = dossier.subject();
		if (number == null || number.length() != 12 && number.length() != 9) {
			return;
		}
		if (number.length() == 12 && PersonalNumber.isWellFormed(number)) {
			personal(dossier, new PersonalNumber(number), findings);
		}
		findings.concerned(Sign.NUMBER_REPEATED);
		String tail = number.length() == 12 ? number.substring(SAME_FROM) : number;
		if (tail.chars().distinct().count() == 1 || RUNNING.contains(tail)) {
			hit(Sign.NUMBER_REPEATED, dossier.code(), number, findings);
		}
		if (numbers.size() < MOST_NUMBERS || numbers.containsKey(number)) {
			Shared shared = numbers.computeIfAbsent(number, _ -> new Shared(new HashSet<>(), new HashSet<>()));
			shared.names().add(plain(dossier.applicantName()));
			shared.dossiers().add(dossier.code());
		}
	}

	/** Once all dossiers of the day were looked at. */
	void close(DayFindings findings) {
		double most = rules.of(Sign.NUMBER_SHARED).limit("names");
		new java.util.TreeMap<>(numbers).forEach((number, shared) -> shared.dossiers().stream().sorted(java.util.Comparator.comparing(DossierCode::value)).forEach(code -> {
			findings.concerned(Sign.NUMBER_SHARED);
			if (shared.names().size() >= most) {
				findings.hit(Sign.NUMBER_SHARED, code, 0, Map.of("number", masked(number), "names", String.valueOf(shared.names().size())));
			}
		}));
	}

	private void personal(SyncedHistory dossier, PersonalNumber number, DayFindings findings) {
		findings.concerned(Sign.NUMBER_PROVINCE);
		if (!provinces.contains(number.value().substring(1, 3))) {
			hit(Sign.NUMBER_PROVINCE, dossier.code(), number.value(), findings);
		}
		findings.concerned(Sign.NUMBER_BIRTH);
		int year = dossier.code().receivedOn().getYear();
		if (number.birthYear() > year || number.birthYear() < year - rules.of(Sign.NUMBER_BIRTH).limit("years")) {
			findings.hit(Sign.NUMBER_BIRTH, dossier.code(), 0, Map.of("number", masked(number.value()), "year", String.valueOf(number.birthYear())));
		}
	}

	private static void hit(Sign sign, DossierCode code, String number, DayFindings findings) {
		findings.hit(sign, code, 0, Map.of("number", masked(number)));
	}

	private static String masked(String number) {
		return number.substring(0, 3) + "•".repeat(number.length() - 6) + number.substring(number.length() - 3);
	}

	/** Nguyễn Văn Bảy and NGUYEN VAN BAY are one name. */
	private static String plain(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).replace('đ', 'd').replaceAll("[^a-z]+", " ").strip();
	}

}
