package vn.motcua.sandbox.year;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * Who applies. Names are put together by chance and belong to nobody.
 *
 * @param name full name of the person or enterprise
 * @param number personal number, old card or tax code; {@code null} where the desk did not note one
 * @param phone telephone number, {@code null} where none was noted
 * @param enterprise whether it is an enterprise
 */
public record Person(String name, @Nullable String number, @Nullable String phone, boolean enterprise) {

	private static final String[] FAMILY = { "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
			"Dương", "Lý" };

	private static final String[] MEN = { "Văn", "Hữu", "Đức", "Minh", "Quang", "Công", "Thành", "Xuân" };

	private static final String[] WOMEN = { "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Thanh", "Thùy", "Kim", "Bích" };

	private static final String[] MEN_GIVEN = { "An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Hùng", "Khoa", "Long", "Nam", "Phúc", "Quân", "Sơn", "Tâm", "Thắng", "Tuấn",
			"Việt" };

	private static final String[] WOMEN_GIVEN = { "Anh", "Chi", "Dung", "Giang", "Hà", "Hạnh", "Hoa", "Hương", "Lan", "Linh", "Mai", "Nga", "Nhung", "Oanh", "Phương", "Thảo", "Trang",
			"Yến" };

	private static final String[] TRADES = { "Thương mại", "Xây dựng", "Vận tải", "Dịch vụ", "Thực phẩm", "Cơ khí" };

	private static final String[] NAMES = { "Sao Việt", "Hồng Hà", "Phú An", "Đại Thành", "Tân Tiến", "Hòa Bình", "Minh Long", "Bắc Á" };

	private static final String[] PROVINCES = { "001", "001", "024", "027", "030", "034", "036", "038", "040", "048", "079", "092", "096" };

	static Person citizen(RandomGenerator random) {
		boolean woman = random.nextBoolean();
		String name = String.join(" ", pick(random, FAMILY), pick(random, woman ? WOMEN : MEN), pick(random, woman ? WOMEN_GIVEN : MEN_GIVEN));
		int kind = random.nextInt(100);
		String number = kind < 10 ? String.format(Locale.ROOT, "%09d", 10_000_000 + random.nextInt(400_000_000)) : kind < 15 ? null : personal(random, woman);
		return new Person(name, number, random.nextInt(10) < 7 ? "09" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000)) : null, false);
	}

	static Person enterprise(RandomGenerator random) {
		String name = "Công ty TNHH " + pick(random, TRADES) + " " + pick(random, NAMES) + " " + (1 + random.nextInt(99));
		return new Person(name, "01" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000)), "024" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000)), true);
	}

	/** One who brings many people's papers, with and without the marks of the name. */
	static Person agent(RandomGenerator of, RandomGenerator written) {
		Person agent = citizen(of);
		String number = agent.number() == null ? personal(of, true) : agent.number();
		return new Person(written.nextBoolean() ? agent.name() : withoutMarks(agent.name()), number, agent.phone(), false);
	}

	Person withNumber(String other) {
		return new Person(name, other, phone, enterprise);
	}

	static String officer(RandomGenerator random) {
		return citizen(random).name();
	}

	private static String personal(RandomGenerator random, boolean woman) {
		int year = 1940 + random.nextInt(62);
		return pick(random, PROVINCES) + ((year >= 2000 ? 2 : 0) + (woman ? 1 : 0)) + String.format(Locale.ROOT, "%02d%06d", year % 100, random.nextInt(1_000_000));
	}

	private static String withoutMarks(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replace('đ', 'd').replace('Đ', 'D').toUpperCase(Locale.ROOT);
	}

	private static String pick(RandomGenerator random, String[] from) {
		return from[random.nextInt(from.length)];
	}

}
