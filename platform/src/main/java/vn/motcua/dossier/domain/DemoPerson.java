package vn.motcua.dossier.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Random;

import vn.motcua.identity.Account;

/** Somebody who files in the demonstration: one of the cast, or a person made up. */
record DemoPerson(DossierState.Applicant applicant, Map<String, String> places) {

	private static final String[] FAMILY = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý" };

	private static final String[] MIDDLE = { "Thị", "Văn", "Minh", "Thu", "Quang", "Ngọc", "Đức", "Thanh", "Hữu", "Khánh" };

	private static final String[] GIVEN = { "Hương", "Tuấn", "Mai", "Sơn", "Hà", "Phúc", "Yến", "Long", "Trang", "Dũng", "Lâm", "Nhung", "Bảo", "Oanh", "Việt" };

	private static final String[] STREETS = { "Hàng Bạc", "Hàng Đào", "Mã Mây", "Lương Ngọc Quyến", "Đinh Tiên Hoàng", "Hàng Buồm", "Tạ Hiện", "Hàng Bè" };

	static DemoPerson of(Account account, Random random) {
		DossierState.Applicant applicant = new DossierState.Applicant(account.id(), account.subject(), account.fullName(), account.phone(), account.email());
		String born = account.birthDate() == null ? "1990-01-01" : account.birthDate().toString();
		return new DemoPerson(applicant, places(account.fullName(), Optional.ofNullable(account.subject()).orElse(""), born, random));
	}

	static DemoPerson madeUp(boolean enterprise, Random random) {
		int year = 1965 + random.nextInt(35);
		boolean woman = random.nextBoolean();
		String number = "001" + (woman ? 1 : 0) + String.format("%02d%06d", year % 100, random.nextInt(1_000_000));
		String person = pick(FAMILY, random) + " " + (woman ? "Thị" : pick(MIDDLE, random)) + " " + pick(GIVEN, random);
		String name = enterprise ? "Công ty TNHH " + pick(GIVEN, random) + " " + pick(GIVEN, random) : person;
		String subject = enterprise ? "010" + (1_000_000 + random.nextInt(8_999_999)) : number;
		return new DemoPerson(new DossierState.Applicant(null, subject, name, null, null), places(name, subject, year + "-05-1" + random.nextInt(10), random));
	}

	private static Map<String, String> places(String name, String number, String born, Random random) {
		return Map.of("name", name, "number", number, "born", born, "phone", "0912" + (100_000 + random.nextInt(899_999)), "line",
				"Số " + (1 + random.nextInt(90)) + " phố " + pick(STREETS, random), "child", "Nguyễn Gia " + pick(GIVEN, random), "other",
				pick(FAMILY, random) + " Văn " + pick(GIVEN, random));
	}

	private static String pick(String[] from, Random random) {
		return from[random.nextInt(from.length)];
	}

}
