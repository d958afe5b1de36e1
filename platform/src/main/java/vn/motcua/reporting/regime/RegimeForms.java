package vn.motcua.reporting.regime;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import vn.motcua.kernel.LocalizedText;

/** The form of a regime filled with what a version says. */
final class RegimeForms {

	private RegimeForms() {
	}

	static RegimeForm empty() {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		values.add("tan-suat", "MONTH");
		values.add("chot", "decree");
		values.add("han", "WORKING_DAYS");
		values.add("han-so", "2");
		values.add("han-gio", "17:00");
		values.add("mo-truoc", "30");
		values.add("phuong-thuc", "system");
		return new RegimeForm(values);
	}

	/** @param code code of a province by its number */
	static RegimeForm of(RegimeContent content, IntFunction<String> code) {
		return new RegimeForm(values(content, code));
	}

	/** Fields that two contents fill in otherwise. */
	static List<String> differing(RegimeContent one, RegimeContent other) {
		MultiValueMap<String, String> before = values(one, Integer::toString);
		MultiValueMap<String, String> after = values(other, Integer::toString);
		return after.keySet().stream().filter(field -> !Objects.equals(before.get(field), after.get(field))).toList();
	}

	/** Key of the words a field is labelled with. */
	static String label(String field) {
		return switch (field.replaceFirst("-en$", "")) {
			case "ten" -> "reporting.regime.name";
			case "noi-dung" -> "reporting.regime.content";
			case "huong-dan" -> "reporting.regime.guidance";
			case "can-cu" -> "reporting.regime.legal-basis";
			case "nguon" -> "reporting.source";
			case "doi-tuong", "co-quan-chuyen-mon", "tinh" -> "reporting.regime.subjects";
			case "phuong-thuc" -> "reporting.regime.methods";
			case "de-cuong" -> "reporting.regime.outline";
			case "gio-giay", "gio-nguon" -> "reporting.regime.burden";
			case "mo-truoc" -> "reporting.design.opens";
			case "gia-han" -> "reporting.design.grace";
			case "tu-dong" -> "reporting.design.closes";
			case "dot" -> "reporting.design.windows";
			default -> field.startsWith("chot") ? "reporting.regime.cut-off" : "reporting.regime.deadline";
		};
	}

	private static MultiValueMap<String, String> values(RegimeContent content, IntFunction<String> code) {
		MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
		text(values, "ten", content.name());
		text(values, "noi-dung", content.content());
		if (content.guidance() != null) {
			text(values, "huong-dan", content.guidance());
		}
		values.add("can-cu", content.legalBasis());
		values.add("nguon", content.source().equals(content.legalBasis()) || content.source().equals(RegimeForm.UNVERIFIED) ? "" : content.source());
		values.add("tan-suat", content.rule().type().name());
		content.subjects().forEach(level -> values.add("doi-tuong", level.name()));
		values.add("co-quan-chuyen-mon", content.departmentKind() == null ? "" : content.departmentKind());
		values.add("tinh", content.provinces().stream().map(code::apply).collect(Collectors.joining(" ")));
		values.put("phuong-thuc", content.methods());
		values.add("de-cuong", content.outline().stream().map(RegimeForms::line).collect(Collectors.joining("\n")));
		values.add("gio-giay", content.burden().hoursOnPaper().toPlainString());
		values.add("gio-nguon", content.burden().source().equals(RegimeForm.UNVERIFIED) ? "" : content.burden().source());
		rule(values, content.rule());
		return values;
	}

	/** Key of what stands over a field's input. */
	static String inputLabel(String field) {
		return switch (field) {
			case "ma" -> "reporting.design.code";
			case "tan-suat" -> "reporting.regime.frequency";
			case "ten-en", "noi-dung-en", "huong-dan-en" -> "reporting.design." + field.replace("ten", "name").replace("noi-dung", "content").replace("huong-dan", "guidance");
			case "co-quan-chuyen-mon" -> "reporting.design.department";
			case "tinh" -> "reporting.design.provinces";
			case "gio-giay" -> "reporting.design.hours-paper";
			case "chot-tu-ngay" -> "reporting.design.from-day";
			case "chot-tu-thang" -> "reporting.design.from-month";
			case "chot-den-ngay" -> "reporting.design.to-day";
			case "chot-den-thang" -> "reporting.design.to-month";
			case "chot-lech" -> "reporting.design.shift";
			case "han-so" -> "reporting.design.deadline.count";
			case "han-thang" -> "reporting.design.deadline.months";
			case "han-gio" -> "reporting.design.deadline.time";
			default -> label(field);
		};
	}

	private static void rule(MultiValueMap<String, String> values, PeriodRule rule) {
		CutOff cut = rule.cutOff();
		values.add("chot", cut.equals(CutOff.DECREE) ? "decree" : cut.equals(CutOff.CALENDAR) ? "calendar" : "own");
		values.add("chot-tu-thang", Integer.toString(cut.fromMonth()));
		values.add("chot-tu-ngay", Integer.toString(cut.fromDay()));
		values.add("chot-den-thang", Integer.toString(cut.toMonth()));
		values.add("chot-den-ngay", Integer.toString(cut.toDay()));
		values.add("chot-lech", Integer.toString(cut.shiftDays()));
		values.add("han", rule.deadline().kind().name());
		values.add("han-so", Integer.toString(rule.deadline().count()));
		values.add("han-thang", Integer.toString(rule.deadline().months()));
		values.add("han-gio", rule.deadline().time().toString());
		values.add("mo-truoc", Integer.toString(rule.opensDaysBefore()));
		values.add("gia-han", Integer.toString(rule.graceWorkingDays()));
		values.add("tu-dong", rule.closesWorkingDays() == null ? "" : rule.closesWorkingDays().toString());
		DateTimeFormatter day = DateTimeFormatter.ofPattern("dd/MM/yyyy");
		values.add("dot", rule.windows().stream().map(window -> day.format(window.from()) + " – " + day.format(window.to())).collect(Collectors.joining("\n")));
	}

	private static void text(MultiValueMap<String, String> values, String field, LocalizedText text) {
		values.add(field, text.vi());
		values.add(field + "-en", text.en().equals(text.vi()) ? "" : text.en());
	}

	static String line(LocalizedText text) {
		return text.en().equals(text.vi()) ? text.vi() : text.vi() + " | " + text.en();
	}

}
