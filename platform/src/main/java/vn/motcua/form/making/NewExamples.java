package vn.motcua.form.making;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.motcua.form.making.NewService.NewCase;

/** Examples of a new service: each case, each exemption, the desk, and what is refused. */
final class NewExamples {

	private final NewService service;

	private final LocalDate today;

	private final StringBuilder yaml = new StringBuilder();

	NewExamples(NewService service, LocalDate today) {
		this.service = service;
		this.today = today;
	}

	String yaml() {
		NewCase last = service.cases().getLast();
		service.cases().forEach(one -> example(one.name().vi(), one.name().en(), "online", one, null, "0912345678"));
		NewBundle.groups(service).forEach(who -> example("Được miễn: " + who.vi(), "Exempt: " + who.en(), "online", last, NewService.slug(who.en()), "0912345678"));
		example("Nộp tại quầy một cửa", "At the one-stop desk", "desk", last, null, "0912345678");
		example("Nộp qua bưu điện", "By post", "post", last, null, "0912345678");
		example("Thiếu số điện thoại", "Without a telephone number", "online", last, null, null);
		return yaml.toString();
	}

	private void example(String vi, String en, String channel, NewCase one, @Nullable String group, @Nullable String phone) {
		yaml.append("- name: {vi: ").append(NewBundle.quoted(vi)).append(", en: ").append(NewBundle.quoted(en)).append("}\n  on: ").append(today).append("\n  channel: ").append(channel)
			.append("\n  answers:\n    applicant:\n      person: {name: Nguyễn Thị Lan, personal_number: \"001192004381\"}\n");
		if (phone != null) {
			yaml.append("      phone: \"").append(phone).append("\"\n");
		}
		yaml.append("      address: {province: \"01\", commune: \"00070\", line: 18 Hàng Bạc}\n    request:\n");
		if (service.cases().size() > 1) {
			yaml.append("      kind: ").append(one.id()).append('\n');
		}
		if (service.elsewhere()) {
			yaml.append("      place: {province: \"01\", commune: \"00070\", line: 18 Hàng Bạc}\n");
		}
		yaml.append("      content: Xác nhận thông tin để bổ sung hồ sơ vay vốn.\n");
		if (service.exempts()) {
			yaml.append("    applicant_group: ").append(group == null ? "none" : group).append('\n');
		}
		yaml.append("  expect:\n");
		if (phone == null) {
			yaml.append("    problems: [{at: /applicant/phone, code: form.required}]\n\n");
		}
		else {
			yaml.append("    case: ").append(one.id()).append("\n    components: [").append(group == null ? "supporting-papers" : "supporting-papers, exemption-proof").append("]\n    fee: ")
				.append(group == null ? service.feeVnd() : 0).append("\n\n");
		}
	}

}
