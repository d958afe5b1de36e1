package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Assessment.FeeLine;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.feel.ServiceRules;
import vn.motcua.kernel.Channel;

/** Fees come out as the rates of their day say (Decree 140/2016/NĐ-CP as amended by 20/2019/NĐ-CP; fees of the other services). */
class FeesTests {

	private static final String CAR = "1.008603-le-phi-truoc-ba-o-to";

	@ParameterizedTest(name = "{0} {1} in {2} on {3}: {4}")
	@CsvSource({
			// an imported passenger car of 600 million đồng
			"passenger, first, 01, 2020-08-19, 72000000", "passenger, first, 01, 2020-09-01, 72000000", "passenger, first, 01, 2026-03-01, 72000000",
			"passenger, first, 40, 2020-08-19, 60000000", "passenger, first, 40, 2020-09-01, 60000000", "passenger, first, 40, 2026-03-01, 60000000",
			// Bắc Ninh, Phú Thọ, Hưng Yên 12 % and Tuyên Quang 11 % of 2026
			"passenger, first, 24, 2020-08-19, 60000000", "passenger, first, 24, 2026-03-01, 72000000", "passenger, first, 25, 2026-03-01, 72000000",
			"passenger, first, 33, 2026-03-01, 72000000", "passenger, first, 08, 2026-03-01, 66000000", "passenger, first, 42, 2026-03-01, 66000000",
			"passenger, later, 01, 2020-08-19, 12000000", "passenger, later, 01, 2026-03-01, 12000000",
			// 60 % of the rate of passenger cars
			"pickup, first, 01, 2020-08-19, 43200000", "van, first, 40, 2026-03-01, 36000000", "truck, first, 01, 2020-09-01, 12000000" })
	void chargesTheRegistrationFeeOfTheDay(String kind, String turn, String province, LocalDate on, long expected) {
		assertThat(fees(CAR, car(kind, turn, province, false, false, 600_000_000), on)).extracting(FeeLine::amountVnd).containsExactly(expected);
	}

	@ParameterizedTest(name = "domestic on {0}: {1}")
	@CsvSource({ "2020-06-27, 72000000", "2020-06-28, 36000000", "2020-08-19, 36000000", "2020-09-01, 36000000", "2020-12-31, 36000000", "2021-01-01, 72000000", "2026-03-01, 72000000" })
	void halvesTheFeeOfDomesticCarsUntilTheEndOf2020(LocalDate on, long expected) {
		assertThat(fees(CAR, car("passenger", "first", "01", false, true, 600_000_000), on)).extracting(FeeLine::amountVnd).containsExactly(expected);
	}

	@ParameterizedTest(name = "battery on {0}: {1}")
	@CsvSource({ "2020-08-19, 72000000", "2026-03-01, 0", "2030-12-31, 0", "2031-01-01, 72000000" })
	void chargesNothingForBatteryCarsUntilTheEndOf2030(LocalDate on, long expected) {
		assertThat(fees(CAR, car("passenger", "first", "01", true, false, 600_000_000), on)).extracting(FeeLine::amountVnd).containsExactly(expected);
	}

	@Test
	void capsTheFeeOfABusAndNotOfACar() {
		FeeLine bus = fees(CAR, car("bus", "first", "01", false, false, 30_000_000_000L), LocalDate.of(2020, 8, 19)).getFirst();
		assertThat(bus.amountVnd()).isEqualTo(500_000_000);
		assertThat(bus.parts()).extracting(FeePart::kind).containsExactly(FeePart.Kind.PERCENTAGE, FeePart.Kind.CAP);
		assertThat(fees(CAR, car("passenger", "first", "01", false, false, 30_000_000_000L), LocalDate.of(2020, 8, 19)).getFirst().amountVnd()).isEqualTo(3_600_000_000L);
	}

	@Test
	void saysHowAnAmountCameAbout() {
		FeeLine fee = fees(CAR, car("pickup", "first", "01", false, true, 600_000_000), LocalDate.of(2020, 8, 19)).getFirst();
		assertThat(fee.parts()).extracting(FeePart::amountVnd).containsExactly(72_000_000L, -28_800_000L, -21_600_000L);
		assertThat(fee.parts()).extracting(FeePart::legalBasis).containsExactly(null, "20/2019/NĐ-CP", "70/2020/NĐ-CP");
		assertThat(fee.amountVnd()).isEqualTo(21_600_000);
	}

	@ParameterizedTest(name = "{0}, {1} certificates: {2}")
	@CsvSource({ "none, 1, 200000", "none, 2, 200000", "none, 3, 205000", "student, 1, 100000", "merit, 5, 115000", "poor, 5, 0", "child, 1, 0" })
	void chargesCriminalRecordCertificates(String group, int copies, long expected) {
		JsonNode answers = JsonMapper.shared().readTree("{\"applicant_group\": \"%s\", \"request\": {\"copies\": %d}}".formatted(group, copies));
		FeeLine fee = fees("2.000488-phieu-ly-lich-tu-phap", answers, LocalDate.of(2020, 8, 19)).getFirst();
		assertThat(fee.amountVnd()).isEqualTo(expected);
		assertThat(fee.exempt()).isEqualTo(expected == 0);
	}

	@ParameterizedTest(name = "{0} on {1}: {2}")
	@CsvSource({ "ONLINE, 2020-08-19, 135000", "ONLINE, 2023-12-01, 115000", "DESK, 2024-03-01, 135000", "ONLINE, 2025-12-31, 115000", "ONLINE, 2026-03-01, 135000" })
	void chargesDrivingLicencesByChannelAndDay(Channel channel, LocalDate on, long expected) {
		assertThat(rules("1.002809-doi-giay-phep-lai-xe").assess(JsonMapper.shared().createObjectNode(), channel, on).fees()).extracting(FeeLine::amountVnd).containsExactly(expected);
	}

	@Test
	void chargesEachExtract() {
		JsonNode answers = JsonMapper.shared().readTree("{\"extracts\": {\"wanted\": true, \"count\": 3}, \"child\": {\"birth_date\": \"2020-08-01\"}}");
		assertThat(fees("1.001193-dang-ky-khai-sinh", answers, LocalDate.of(2020, 8, 19))).extracting(FeeLine::amountVnd).containsExactly(24_000L);
	}

	@Test
	void chargesEachDocumentByItsPagesAndCopies() {
		JsonNode answers = JsonMapper.shared().readTree("{\"documents\": [{\"pages\": 10, \"copies\": 2}, {\"pages\": 400, \"copies\": 1}]}");
		FeeLine fee = fees("2.000815-chung-thuc-ban-sao", answers, LocalDate.of(2020, 8, 19)).getFirst();
		assertThat(fee.amountVnd()).isEqualTo(2 * 12_000 + 200_000);
		assertThat(fee.parts().stream().mapToLong(FeePart::amountVnd).sum()).isEqualTo(fee.amountVnd());
	}

	@Test
	void leavesOutAFeeThatIsNotKnownYet() {
		assertThat(fees(CAR, JsonMapper.shared().createObjectNode(), LocalDate.of(2020, 8, 19))).isEmpty();
	}

	@Test
	@org.junit.jupiter.api.Timeout(20)
	void knowsNoFeeForNumbersThatNobodyMeans() {
		for (String price : new String[] { "\"1e999999999\"", "\"-1E+99999999\"", "1e999999999", "1e-999999999", "1e300" }) {
			JsonNode answers = tools.jackson.databind.json.JsonMapper.builder().enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build()
				.readTree(car("passenger", "first", "01", false, false, 77).toString().replace("77", price));
			assertThat(fees(CAR, answers, LocalDate.of(2026, 3, 1))).as(price).extracting(FeeLine::amountVnd).doesNotContain(0L);
		}
	}

	@Test
	void hidesTextsFromExpressionsThatNumberWouldMakeHuge() {
		JsonNode answers = JsonMapper.shared().readTree("{\"a\": \"1e999999999\", \"b\": \"30E12345\"}");
		assertThat(vn.motcua.catalogue.feel.FeelValues.of(answers, answers)).containsOnlyKeys("b");
	}

	private static JsonNode car(String kind, String turn, String province, boolean battery, boolean domestic, long price) {
		return JsonMapper.shared().readTree("""
				{"vehicle": {"model": "other", "class": "%s", "battery": %s, "domestic": %s}, "registration": {"turn": "%s"}, "residence": {"province": "%s"},
				"exempt": "none", "tax": {"price": %d}}
				""".formatted(kind, battery, domestic, turn, province, price));
	}

	private static java.util.List<FeeLine> fees(String folder, JsonNode answers, LocalDate on) {
		return rules(folder).assess(answers, Channel.ONLINE, on).fees();
	}

	private static ServiceRules rules(String folder) {
		try {
			return new ServiceRules(BundleReader.read(Bundle.of(Path.of("..", "services", folder))), (province, district) -> true);
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
