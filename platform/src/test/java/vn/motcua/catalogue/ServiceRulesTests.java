package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.bundle.Bundle;
import vn.motcua.catalogue.bundle.BundleReader;
import vn.motcua.catalogue.feel.ServiceRules;
import vn.motcua.kernel.AgencyId;
import vn.motcua.kernel.Channel;

/** Cases, components and fees follow the answers (Decree 63/2010/NĐ-CP art. 8). */
class ServiceRulesTests {

	private final ServiceVersion service = birthRegistration();

	private final ServiceRules rules = new ServiceRules(service, (province, district) -> true);

	@Test
	void asksTheBirthNoticeOfAChildBornInAClinic() {
		Assessment assessment = assess("2020-08-05");
		assertThat(assessment.caseId()).isEqualTo("in-time");
		assertThat(assessment.components()).filteredOn(Assessment.AskedComponent::required).extracting(asked -> asked.component().id())
			.containsExactly("birth-notice");
		assertThat(assessment.totalVnd()).isZero();
	}

	@Test
	void chargesALateRegistration() {
		Assessment assessment = assess("2020-01-05");
		assertThat(assessment.caseId()).isEqualTo("late");
		assertThat(assessment.totalVnd()).isEqualTo(5000);
	}

	@Test
	void anAgencysAmountTakesThePlaceOfTheTablesWithTheSameExpressions() {
		Offer offer = new Offer(1, service.code(), new AgencyId(1), new Offer.Terms(4, "", "", "", Map.of("late-registration", 6_000L), Map.of(), null, null),
				LocalDate.of(2020, 1, 1), null, false, Instant.EPOCH, "");
		assertThat(assess(rules.offered(offer.applied(service)), "2020-01-05").totalVnd()).isEqualTo(6000);
		assertThat(assess("2020-01-05").totalVnd()).as("the national one is untouched").isEqualTo(5000);
	}

	private Assessment assess(String birthDate) {
		return assess(rules, birthDate);
	}

	private static Assessment assess(ServiceRules rules, String birthDate) {
		JsonNode answers = JsonMapper.shared().readTree("""
				{"child": {"birth_date": "%s", "born_at": "clinic"}, "exempt": false, "registration": {"place": {"province": "01"}}, "extracts": {"wanted": false}}
				""".formatted(birthDate));
		return rules.assess(answers, Channel.ONLINE, LocalDate.of(2020, 8, 19));
	}

	private static ServiceVersion birthRegistration() {
		try {
			return BundleReader.read(Bundle.of(Path.of("..", "services", "1.001193-dang-ky-khai-sinh")));
		}
		catch (java.io.IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
	}

}
