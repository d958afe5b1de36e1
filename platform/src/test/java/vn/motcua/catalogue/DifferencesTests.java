package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;

/** What changed between two versions is said in words an officer understands, in both languages. */
class DifferencesTests {

	private static final Path SERVICES = Path.of("..", "services");

	@TempDir
	Path folder;

	@ParameterizedTest(name = "{5}")
	@CsvSource(delimiter = '|', value = {
			"1.002809-doi-giay-phep-lai-xe | service.yaml | time_limit: {online: 5 working-day, desk: 5 working-day} | time_limit: {online: 3 working-day, desk: 3 working-day} | Thời hạn giải quyết: 5 ngày làm việc → 3 ngày làm việc | Time limit: 5 working days → 3 working days",
			"2.000488-phieu-ly-lich-tu-phap | service.yaml | base: 200000 | base: 150000 | Mức thu “Phí cung cấp thông tin lý lịch tư pháp”: 200.000 đồng → 150.000 đồng | Amount of “Charge for criminal-record information”: VND 200,000 → VND 150,000",
			"2.000488-phieu-ly-lich-tu-phap | service.yaml | level: 4 | level: 3 | Mức độ trực tuyến: 4 → 3 | Online level: 4 → 3",
			"1.002809-doi-giay-phep-lai-xe | fees.csv | 115000 | 120000 | Dòng của bảng fees: channel online, from 2023-12-01, until 2025-12-31, amount 115000, legal_basis 63/2023/TT-BTC → channel online, from 2023-12-01, until 2025-12-31, amount 120000, legal_basis 63/2023/TT-BTC | Row of the table fees: channel online, from 2023-12-01, until 2025-12-31, amount 115000, legal_basis 63/2023/TT-BTC → channel online, from 2023-12-01, until 2025-12-31, amount 120000, legal_basis 63/2023/TT-BTC",
			"1.009974-giay-phep-xay-dung | process.bpmn | motcua:hours=\"24\" | motcua:hours=\"16\" | Thời gian của bước “Kiểm tra thực địa”: 24 giờ làm việc → 16 giờ làm việc | Time of the step “Visit the site”: 24 working hours → 16 working hours",
			"1.002809-doi-giay-phep-lai-xe | service.yaml | number: 23/2008/QH12 | number: 36/2024/QH15 | Căn cứ pháp lý: 23/2008/QH12 Luật Giao thông đường bộ → 36/2024/QH15 Luật Giao thông đường bộ | Legal basis: 23/2008/QH12 Law on Road Traffic → 36/2024/QH15 Law on Road Traffic",
			"1.002809-doi-giay-phep-lai-xe | service.yaml | - id: photo | - id: portrait | Bỏ: Giấy tờ phải nộp: Ảnh chân dung 3 × 4 | New: Paper to hand in: Portrait 3 × 4",
			"1.002809-doi-giay-phep-lai-xe | service.yaml | {vi: Giấy phép lái xe, en: Driving licence} | {vi: Bằng lái xe, en: Licence to drive} | Tên kết quả: Giấy phép lái xe → Bằng lái xe | Name of the result: Driving licence → Licence to drive",
			"1.001193-dang-ky-khai-sinh | result.html | GIẤY KHAI SINH | GIẤY KHAI SINH MỚI | Mẫu kết quả đã đổi | The template of the result changed" })
	void saysWhatChanged(String service, String file, String before, String after, String vietnamese, String english) throws IOException {
		List<Difference> differences = Differences.between(read(SERVICES.resolve(service)), changed(service, file, before, after));
		assertThat(differences).extracting(one -> one.in(Locale.of("vi"))).contains(vietnamese);
		assertThat(differences).extracting(one -> one.in(Locale.ENGLISH)).contains(english);
	}

	@Test
	void saysWhatIsNewAndGoneInTheForm() throws IOException {
		ServiceVersion old = read(SERVICES.resolve("1.002809-doi-giay-phep-lai-xe"));
		ServiceVersion young = read(SERVICES.resolve("2.000488-phieu-ly-lich-tu-phap"));
		List<Difference> differences = Differences.between(old, young);
		assertThat(differences).filteredOn(one -> one.area() == Difference.Area.FORM).extracting(one -> one.in(Locale.of("vi"))).anyMatch(text -> text.startsWith("Thêm: Câu hỏi: "))
			.anyMatch(text -> text.startsWith("Bỏ: Câu hỏi: "));
		assertThat(differences).allMatch(one -> !one.in(Locale.of("vi")).contains("catalogue.") && !one.in(Locale.ENGLISH).contains("catalogue."));
	}

	@Test
	void findsNoDifferenceInTheSameService() throws IOException {
		for (Path service : (Iterable<Path>) Files.list(SERVICES).filter(Files::isDirectory)::iterator) {
			assertThat(Differences.between(read(service), read(service))).as(service.toString()).isEmpty();
		}
	}

	private ServiceVersion changed(String service, String file, String before, String after) throws IOException {
		try (Stream<Path> files = Files.list(SERVICES.resolve(service))) {
			for (Path one : files.toList()) {
				Files.copy(one, folder.resolve(one.getFileName()));
			}
		}
		String text = Files.readString(folder.resolve(file));
		assertThat(text).as("the bundle holds what this test changes").contains(before);
		Files.writeString(folder.resolve(file), text.replace(before, after));
		return read(folder);
	}

	private static ServiceVersion read(Path folder) throws IOException {
		return BundleReader.read(Bundle.of(folder));
	}

}
