package vn.motcua.identity.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.kernel.Actor;

/**
 * One of the people the demo is played with.
 *
 * @param roles roles an officer has at each agency of the place
 */
public record CastMember(String login, Actor.Kind kind, String fullName, @Nullable String subject, @Nullable LocalDate birthDate,
		@Nullable String sex, String phone, String email, @Nullable String commune, @Nullable String addressLine, Place place, Set<Role> roles) {

	/** Password of all of them, known to everybody who reads the documentation. */
	public static final String PASSWORD = "motcua-demo";

	/** Where an officer of the cast works. */
	enum Place {
		NONE, WARD, HANOI, HANOI_DEPARTMENTS, BAC_NINH, KINH_BAC, GOVERNMENT_OFFICE
	}

	/** Kinds of the departments and offices in Hà Nội that the first services need. */
	static final List<String> DEPARTMENTS = List.of("so-tu-phap", "so-xay-dung", "so-cong-thuong", "thue", "cuc-thue", "so-giao-thong-van-tai",
			"dien-luc", "cong-an", "so-y-te", "van-phong-dang-ky-dat-dai", "so-tai-nguyen-va-moi-truong", "so-nong-nghiep-va-moi-truong",
			"so-lao-dong-thuong-binh-va-xa-hoi", "so-noi-vu", "so-ke-hoach-va-dau-tu", "so-tai-chinh", "so-giao-duc-va-dao-tao",
			"so-khoa-hoc-va-cong-nghe", "so-van-hoa-the-thao-va-du-lich", "canh-sat-giao-thong", "bao-hiem-xa-hoi");

	private static final List<CastMember> ALL = List.of(
			citizen("lan", "Nguyễn Thị Lan", "001192004381", LocalDate.of(1992, 4, 12), "female", "0912004381", "00070", "18 Hàng Bạc"),
			citizen("hung", "Trần Văn Hùng", "001090012764", LocalDate.of(1990, 9, 3), "male", "0903012764", "00070", "18 Hàng Bạc"),
			citizen("minh", "Lê Quang Minh", "001085007219", LocalDate.of(1985, 11, 27), "male", "0985007219", "00166", "Số 9, ngõ 165 Cầu Giấy"),
			new CastMember("cty.saomai", Actor.Kind.ENTERPRISE, "Công ty TNHH Thương mại Sao Mai", "0108234564", null, null, "0243823456",
					"lienhe@saomai.example", "00256", "45 Bà Triệu", Place.NONE, Set.of(Role.ENTERPRISE)),
			officer("canbo.hoankiem", "Phạm Thu Hà", "0911000101", Place.WARD, Role.RECEIVER, Role.SPECIALIST, Role.CASHIER),
			officer("lanhdao.hoankiem", "Đỗ Quốc Khánh", "0911000102", Place.WARD, Role.LEADER),
			officer("motcua.hanoi", "Vũ Ngọc Ánh", "0911000103", Place.HANOI_DEPARTMENTS, Role.RECEIVER),
			officer("chuyenvien.hanoi", "Hoàng Đức Thịnh", "0911000104", Place.HANOI_DEPARTMENTS, Role.SPECIALIST),
			officer("lanhdao.hanoi", "Bùi Thanh Sơn", "0911000105", Place.HANOI_DEPARTMENTS, Role.LEADER),
			officer("thungan.hanoi", "Ngô Mai Phương", "0911000106", Place.HANOI_DEPARTMENTS, Role.CASHIER),
			officer("kstthc.vpcp", "Đặng Hữu Phúc", "0911000107", Place.GOVERNMENT_OFFICE, Role.PROCEDURE_CONTROL),
			officer("lanhdao.kstthc", "Nguyễn Hải Yến", "0911000111", Place.GOVERNMENT_OFFICE, Role.PROCEDURE_CONTROL_HEAD),
			officer("kstthc.hanoi", "Tạ Minh Châu", "0911000112", Place.HANOI, Role.PROCEDURE_CONTACT),
			officer("quantri.bacninh", "Nguyễn Đình Quý", "0911000114", Place.BAC_NINH, Role.AGENCY_ADMINISTRATOR),
			officer("quantri.hanoi", "Phan Hồng Nhung", "0911000113", Place.HANOI, Role.AGENCY_ADMINISTRATOR),
			officer("baocao.bacninh", "Nguyễn Thùy Dương", "0911000108", Place.BAC_NINH, Role.REPORTING_CLERK),
			officer("lanhdao.bacninh", "Nguyễn Khắc Toàn", "0911000121", Place.BAC_NINH, Role.LEADER),
			officer("baocao.kinhbac", "Nguyễn Thị Hiền", "0911000122", Place.KINH_BAC, Role.REPORTING_CLERK),
			officer("lanhdao.kinhbac", "Đào Văn Lâm", "0911000123", Place.KINH_BAC, Role.LEADER),
			officer("baocao.vpcp", "Hoàng Minh Trí", "0911000124", Place.GOVERNMENT_OFFICE, Role.REPORTING_OFFICER),
			officer("lanhdao.vpcp", "Trịnh Xuân Bách", "0911000109", Place.GOVERNMENT_OFFICE, Role.CENTRE_LEADER),
			officer("quantri", "Lý Hoài Nam", "0911000110", Place.GOVERNMENT_OFFICE, Role.ADMINISTRATOR));

	/** Citizens and the enterprise first, then officers from the commune upwards. */
	public static List<CastMember> all() {
		return ALL;
	}

	NewAccount account(String passwordHash) {
		return new NewAccount(kind, login, fullName, subject, birthDate, sex, phone, email, commune, addressLine, Account.Assurance.VERIFIED,
				passwordHash);
	}

	private static CastMember citizen(String login, String fullName, String number, LocalDate birthDate, String sex, String phone, String commune,
			String addressLine) {
		return new CastMember(login, Actor.Kind.CITIZEN, fullName, number, birthDate, sex, phone, login + "@nguoidan.example", commune, addressLine,
				Place.NONE, Set.of(Role.CITIZEN));
	}

	private static CastMember officer(String login, String fullName, String phone, Place place, Role... roles) {
		return new CastMember(login, Actor.Kind.OFFICER, fullName, null, null, null, phone, login + "@motcua.example", null, null, place, Set.of(roles));
	}

}
