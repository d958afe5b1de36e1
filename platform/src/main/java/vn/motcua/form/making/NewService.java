package vn.motcua.form.making;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.motcua.kernel.LocalizedText;
import vn.motcua.kernel.calendar.TimeLimit;

/**
 * What a person said about a service that is to be.
 *
 * @param elsewhere handled where the applicant says, not where they live
 * @param department kind of the department under the unit, {@code null} for the People's Committee
 * @param exemptions who pays nothing
 */
record NewService(String code, LocalizedText name, LocalizedText summary, String fieldCode, LocalizedText fieldName, String level, boolean elsewhere, @Nullable String department,
		List<String> audience, LocalizedText law, String lawNumber, List<NewCase> cases, long feeVnd, List<LocalizedText> exemptions, List<NewStep> steps,
		LocalizedText result) {

	/** @param limit for example {@code 5 working-day} */
	record NewCase(LocalizedText name, String limit) {

		int workingHours() {
			return TimeLimit.of(limit).workingHours();
		}

		String id() {
			return slug(name.en());
		}

	}

	/** @param who {@code receive}, {@code process} or {@code sign} */
	record NewStep(LocalizedText name, String who) {
	}

	/** Those in between are processed, the first receives, the last signs; what the desk hands over comes after. */
	static List<NewStep> steps(List<LocalizedText> names) {
		List<NewStep> steps = new ArrayList<>();
		for (int at = 0; at < names.size(); at++) {
			steps.add(new NewStep(names.get(at), at == 0 ? "receive" : at == names.size() - 1 ? "sign" : "process"));
		}
		return List.copyOf(steps);
	}

	/** Hours of the steps, all of them together within the shortest time limit. */
	NewHours hours() {
		return NewHours.of(cases.stream().mapToInt(NewCase::workingHours).min().orElse(0), (int) steps.stream().filter(step -> step.who().equals("process")).count());
	}

	/** The address of the form that leads to the competent unit. */
	String address() {
		return elsewhere ? "request.place" : "applicant.address";
	}

	boolean exempts() {
		return feeVnd > 0 && !exemptions.isEmpty();
	}

	/** The condition that an applicant named a class that is exempt; somebody who has not answered is none. */
	String exempted() {
		return exemptions.stream().map(who -> "applicant_group = \"" + slug(who.en()) + "\"").collect(Collectors.joining(" or "));
	}

	String folder() {
		return code + "-" + slug(name.vi());
	}

	/** Lower-case letters, digits and hyphens, beginning with a letter. */
	static String slug(String text) {
		String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		String id = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "x-" + plain : plain;
		return id.length() > 50 ? id.substring(0, 50).replaceAll("-$", "") : id;
	}

}
